### Inlämningskoll: vad enheterna ska lämna, vad de har sagt, och vilka som är tysta.

section-reclaims = Återsökning

help-intake =
    Här står vad varje enhet ska lämna underlag för: en rad för varje ersättning som söks, period och enhet, med lagens sista dagar. Skapa raderna när perioden har tagit slut. Det som redan finns lämnas i fred, så det går att göra om.

    Anteckna vad enheten svarar: M när underlaget har kommit, I när det inte finns något att söka, med vem som sa det och när. Mellanslag märker flera rader på en gång. En enhet som inte har svarat blir röd innan dess inre frist tar slut.

    P skriver en påminnelse till enheten om det som saknas. Programmet skickar den inte: kopiera eller spara den. Enter ändrar den sista dagen.

intake-title = Inlämningskoll
    .command = Gå till inlämningskollen
    .found = Sista dagar, sista ansökningsdag, kvartalets rader, underlag
intake-compensation = Ersättning
intake-period = Period
intake-period-hint = 2026Q3, 2026 eller 2026-07-01/2027-06-30
intake-state = Läge
intake-inner = Inre frist
intake-last-day = Sista dag
intake-days-left = Dagar
intake-unit = Enhet
intake-units = Enheter som får en rad
intake-all-units = Alla enheter
intake-all-periods = Alla perioder
intake-all = Alla
intake-silent = Tysta
intake-states = Lägen
intake-state-waiting = Väntar på underlag
intake-state-received = Underlag mottaget
intake-state-nothing-to-claim = Inget att söka
intake-state-in-claim = I ansökan
intake-state-submitted = Inskickad
intake-told = { $state } { $on }, { $from }
intake-is-silent = Inget besked än
intake-rows =
    { $count ->
        [one] 1 rad
       *[other] { $shown } rader
    }
intake-silent-count =
    { $count ->
        [one] 1 utan besked
       *[other] { $shown } utan besked
    }
intake-days-law = Inre frist { $inner }. Sista dag { $cautious } räknat försiktigt, { $practice } som Migrationsverket skriver, { $statutory } enligt lag.
intake-days-own = Inre frist { $inner }. Sista dag { $last_day } är satt för hand; lagens är { $cautious } räknat försiktigt, { $practice } som Migrationsverket skriver, { $statutory } enligt lag.
intake-days-typed = Inre frist { $inner }. Sista dag { $last_day } är satt för hand; lagen har ingen för perioden.
intake-none-fits = Ingen rad finns kvar med det urvalet.
intake-empty = Här finns inga rader än. Skapa kvartalets rader, så räknar programmet ut vem som ska lämna vad och till när.
intake-marks = Anteckna enhetens besked
intake-tick = Märk raden
    .bar = märk
intake-change-day = Ändra den sista dagen
    .bar = sista dag
intake-mark-received = Underlag mottaget
    .bar = mottaget
    .button = Underlag mottaget
intake-mark-nothing-to-claim = Inget att söka
    .bar = inget att söka
    .button = Inget att söka
intake-mark-waiting = Väntar på underlag
    .bar = väntar
    .button = Väntar
intake-mark-in-claim = I ansökan
    .bar = i ansökan
    .button = I ansökan
intake-mark-submitted = Inskickad
    .bar = inskickad
    .button = Inskickad
intake-undo = Ångra det som antecknades sist
    .bar = ångra
    .button = Ångra
intake-undone = Ångrat
intake-tell-save = Anteckna
intake-from = Vem har lämnat beskedet?
intake-from-hint = namn eller funktion
intake-on = När?
intake-open = Skapa kvartalets rader
    .bar = skapa rader
    .button = Skapa kvartalets rader
intake-open-save = Skapa raderna
intake-plan =
    { $count ->
        [one] { $period }: 1 rad skapas. { $there } finns redan och lämnas som de är.
       *[other] { $period }: { $shown } rader skapas. { $there } finns redan och lämnas som de är.
    }
intake-plan-none = { $period }: alla { $there } rader finns redan. Inget skapas.
intake-plan-lines = Rader som skapas
intake-opened =
    { $count ->
        [one] 1 rad skapad, { $there } fanns redan
       *[other] { $shown } rader skapade, { $there } fanns redan
    }
intake-remind = Skriv en påminnelse till enheten
    .bar = påminn
    .button = Påminn enheten
intake-reminder = Påminnelse
intake-to = Till:
intake-subject = Ämne:
intake-letter = Brevets text
intake-copy = Kopiera texten
intake-copied = Texten är kopierad.
intake-selected = Texten är markerad. Kopiera den med Ctrl C.
intake-reminder-save = Spara som textfil
intake-reminder-file = paminnelse-{ $unit }
intake-reminder-save-pdf = Spara som PDF
intake-txt-file = Textfil
intake-pdf-file = PDF
intake-saved = Sparad: { $path }
intake-close = Stäng
