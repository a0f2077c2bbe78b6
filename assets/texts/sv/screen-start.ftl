### Startsidan: kedjan, månaderna och det som väntar.

section-start = Start
start-chain = Kedjan
start-chain-all = allt som är taget in
start-nothing-waits = Inget väntar
start-lists-wait =
    { $lists ->
        [one] 1 lista väntar
       *[other] { $lists } listor väntar
    }
start-months = Hur långt varje månads pengar har kommit
start-month = Månad
start-legend = Teckenförklaring
start-thousands = tkr
start-as-table = Visa som tabell
start-as-bars = Visa som staplar
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
first-title = Tre steg till den första bokföringsordern
first-list = Läs in en utbetalningslista
first-list-words = Filen från Migrationsverket, som den är. Den granskas innan något tas in.
first-register = Läs in personkretsen
first-register-words = Personer med nämnd och ansvar, så att programmet vet vem pengarna gäller.
first-register-done = { $persons } personer finns i registret.
first-register-open = Till Personkrets
first-settings = Byt ut exemplen
first-settings-words = Fördelningsnyckel, konton och koder är exempel tills kommunens egna är inlästa. Programmet kan prövas med dem.
first-settings-done = Kommunens egna är inlästa.
first-settings-open = Till Inställningar
