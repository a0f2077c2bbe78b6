### Startsidan: kedjan, månaderna och det som väntar.

section-start = Start
start-chain = Kedjan
start-chain-all = allt som är taget in
start-older = med tidigare år
start-older-show = Räkna med tidigare år i kedjan
start-older-gap = tidigare år { $amount }
start-nothing-waits = Inget väntar
start-lists-wait =
    { $lists ->
        [one] 1 lista väntar
       *[other] { $lists } listor väntar
    }
start-months = Hur långt varje månads pengar har kommit
start-month = Månad
start-legend = Teckenförklaring
start-no-months = Inga pengar är intagna än.
legend-paid = utbetalt
legend-distributed = fördelat
legend-handed-over = överfört
legend-booked = bokfört
month-paid = inte fördelat
    .label = ej fördelat
month-distributed = fördelat, inte överfört
    .label = ej överfört
month-handed-over = överfört, inte bokfört
    .label = ej bokfört
month-booked = bokfört
start-waiting = Listor som väntar
start-no-waiting = Ingen lista väntar på något.
start-observation = { $amount } på observationskontot
start-amount = Belopp
first-title = Tre steg att börja med
first-list = Läs in en utbetalningslista
first-list-words = Filen från Migrationsverket, som den är. Den granskas innan något tas in.
first-register = Läs in personkretsen
first-register-words = Personer med nämnd och ansvar, så att programmet vet vem pengarna gäller.
first-register-done = { $persons } personer finns i registret.
first-register-open = Till Personkrets
first-last-days = Sätt sista dagar
first-last-days-words = De ersättningar som måste sökas i tid, med sista dagen och vad som förloras. Startsidan räknar dagarna.
first-last-days-done =
    { $count ->
        [one] En sista dag bevakas.
       *[other] { $shown } sista dagar bevakas.
    }
first-intake-open = Till inlämningskollen
first-settings-words = Fördelningsnyckel, konton och koder är exempel tills kommunens egna är inlästa. Programmet kan prövas med dem.
first-settings-open = Till Inställningar

## Pengar i riskzonen

at-risk-title = Kan sökas
at-risk-overdue = Överskridet
at-risk-within-7 = Inom 7 dagar
at-risk-within-30 = Inom 30 dagar
at-risk-within-90 = Inom 90 dagar
at-risk-passed = Förlorat
risk-title = Pengar i riskzonen
risk-words = Sista ansökningsdag
risk-within = inom 45 dagar
risk-nothing = Inget med sista dag inom 45 dagar.
risk-without-amount =
    { $count ->
        [one] en rad utan belopp
       *[other] { $count } rader utan belopp
    }
risk-day = Sista dag
risk-days-left = Dagar
risk-compensation = Ersättning
risk-period = Avser
risk-period-hint = 2026Q2, 2026 eller två dagar
risk-unit = Enhet
risk-amount = Kronor
risk-amount-hint = tomt om det inte är känt
risk-amount-wrong = Skriv beloppet i kronor, till exempel 23 180,00.
risk-note = Anteckning
risk-note-hint = inga namn eller personnummer
risk-choose = Välj
risk-count = { $count } st
risk-group-passed = Dagen har passerat
risk-group-within-14 = Inom 14 dagar
risk-group-within-45 = Inom 45 dagar
risk-group-later = Senare
risk-group-done = Klara
risk-add = Lägg till en sista dag
    .bar = ny sista dag
    .button = Ny sista dag
risk-change = Ändra en sista dag
risk-save = Spara
risk-done = Klarmarkera den sista dagen
    .bar = klar
risk-undone = Ta bort klarmarkeringen
    .bar = inte klar
risk-undo = Ångra klarmarkeringen
    .bar = ångra
risk-with-done = Visa även klara
risk-marked-done = Klarmarkerad: { $what }. Ctrl Z ångrar.
risk-marked-undone = Inte längre klar: { $what }.
