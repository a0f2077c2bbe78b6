### Förväntat: vad som ska komma, vad som kom, vad som saknas, och vad som blev av det som anmäldes.

section-expected = Förväntat

help-expected =
    Här står vad staten ska betala enligt uppgifterna i personkretsen, månad för månad, och hur mycket av det som kom. Raderna under staplarna är ersättningarna; den som är vald är den som ritas.

    Enter visar vad som saknas av ersättningen. T visar samma siffror som tabell.

help-expected-missing =
    Varje rad är ett belopp som saknas, är för litet, för stort eller inte förväntat. Bredvid listan står varför det skulle ha kommit, steg för steg, och var varje belopp är hämtat.

    Märk raderna som anmälda när rapporten är skickad till Migrationsverket: då följs de tills pengarna har kommit. Ctrl P skriver den som PDF.

help-expected-reported =
    Det som har anmälts, och hur det gick. En rad blir klar av sig själv när pengarna har kommit, eller när ändrade uppgifter gör att de inte väntas längre. En rad som ingen väntar på längre skrivs av med ett skäl, och kan tas upp igen.

help-expected-faults =
    Ibland ber Migrationsverket er att vänta, för att felet ligger hos dem. Skriv in felet, så hålls raderna utanför rapporten tills det är avslutat.

help-expected-grants =
    Beslut kommer ungefär två veckor före pengarna. Skriv in det som är beviljat, så syns det om det är mindre än det ska vara, eller beviljat men inte betalt.

help-expected-calendar =
    Månadens dagar för beslut och utbetalning, och det som skulle ha kommit men inte har gjort det, dag för dag. Alt och pil byter månad.

expected-page-months = Månader
    .command = Gå till förväntat månad för månad
expected-page-missing = Saknas
    .command = Gå till det som saknas
expected-page-reported = Anmält
    .command = Gå till det som är anmält
expected-page-faults = Kända fel
    .command = Gå till kända fel hos Migrationsverket
expected-page-grants = Beslut
    .command = Gå till besluten
expected-page-check = Beslutskoll
    .command = Gå till beslutskollen
expected-page-calendar = Kalender
    .command = Gå till kalendern för beslut och utbetalningar

## Gemensamt

expected-should = Förväntat
expected-came = Utbetalt
expected-missing-sum = Saknas
expected-awaited = Väntas
expected-to-report-sum = Saknas eller för lite
expected-short-sum = För lite
expected-taken-back-sum = Återkrävt
expected-too-much = För mycket
expected-estimated-sum = Uppskattat, skiljer
expected-sums = Summor
expected-compensation = Ersättning
expected-name = Namn
expected-who = Person
expected-period = Avser
expected-due = Väntad den
expected-due-short = Väntad
expected-decided = Beslutat den
expected-decided-short = Beslutat
expected-granted = Beviljat
expected-state = Läge
expected-reported-on = Anmäld
expected-all = Alla ersättningar
expected-all-code = Alla
expected-city-itself = kommunen själv
expected-computing = Räknar ut vad som ska komma för alla personer …
expected-since = räknat från { $day }, då de första utbetalningarna här börjar
expected-to-list = Till listan
    .bar = till listan
expected-to-person = Visa personen
    .bar = personen
    .button = Till personen
expected-read-why = Läs varför
    .bar = varför
expected-none-fits = Ingen rad passar urvalet. Visa alla, eller töm sökfältet.

## Månader

expected-place =
    { $count ->
        [one] en person, som det ser ut { $day }
       *[other] { $shown } personer, som det ser ut { $day }
    }
expected-by-month = När pengarna ska komma
expected-by-month-of = När pengarna ska komma, { $code }
expected-by-compensation = Ersättning för ersättning
expected-month = Månad
expected-year = År
expected-legend = Vad fyllningen betyder
expected-part-came = kom
expected-part-short = för lite
expected-part-missing = saknas
expected-part-awaited = väntas
expected-bar = { $month }: ska { $expected }, kom { $paid }, saknas { $missing }, för lite { $short }, väntas { $awaited }
    .bar = tabell
    .bar = staplar
expected-rows = Gå mellan ersättningar
    .bar = ersättning
expected-open-missing = Visa vad som saknas av ersättningen
    .bar = vad som saknas
expected-nobody = Personkretsen är tom. Läs in ett register eller lägg till personer; av uppgifterna om dem räknas ut vad som ska komma. Läs sedan in en utbetalningslista, så syns vad som saknas.
expected-nothing = Uppgifterna om personerna ger inget belopp än. Det behövs rättslig grund, dagen för mottagandet, folkbokföring, placering eller skolgång med datum. På personens sida står vad som fattas.
expected-to-persons = Till personkretsen
expected-to-lists = Till inbetalningarna
expected-no-lists = Ingen utbetalningslista är inläst, så det går inte att säga vad som har kommit. Läs in en lista. Se också till att personerna har uppgifter med datum; av dem räknas ut vad som ska komma.
expected-anyway = Visa vad som ska komma ändå

## Saknas

expected-missing-place =
    { $count ->
        [0] som det ser ut { $day }
        [one] en rad, som det ser ut { $day }
       *[other] { $shown } rader, som det ser ut { $day }
    }
expected-find = Sök
expected-find-hint = namn, nummer, dag
expected-kinds = Vad som är fel
expected-kind-all = Alla
expected-kind-fresh = Inte anmälda
expected-kind-missing = Saknas
expected-kind-short = För lite
expected-kind-wrong-period = Fel period
expected-kind-taken-back = Återkrävt
expected-kind-extra = För mycket
expected-kind-unexpected = Oväntat
expected-kind-held = Hålls tillbaka
expected-nothing-missing = Inget saknas. Allt som skulle ha kommit har kommit.
expected-fresh =
    { $count ->
        [0] Allt som saknas är anmält.
        [one] En rad är inte anmäld.
       *[other] { $shown } rader är inte anmälda.
    }
expected-keep = Märk det som saknas som anmält
    .bar = märk som anmält
    .button =
        { $count ->
            [one] Märk en rad som anmäld
           *[other] Märk { $shown } rader som anmälda
        }
expected-keep-words-chosen =
    { $count ->
        [one] Den valda raden märks som anmäld och följs tills pengarna har kommit. Skriv ut och skicka rapporten först.
       *[other] De { $shown } valda raderna märks som anmälda och följs tills pengarna har kommit. Skriv ut och skicka rapporten först.
    }
expected-tick = Märk raden
    .bar = märk
expected-tick-all = Märk alla rader som visas, eller ingen
expected-ticked =
    { $count ->
        [one] En rad är vald.
       *[other] { $shown } rader är valda.
    }
expected-awaited-notes = Listor som inte är inlästa och belopp som inte är kontrollerade
expected-list-unread-short = listan är inte inläst
expected-list-late = listan är sen
expected-nothing-missing-read = Inget saknas i de listor som är inlästa.
expected-print-reported = Skriv ut rapporten som raden står i
    .bar = skriv ut
    .button = Skriv ut rapporten
expected-keep-words =
    { $count ->
        [one] En rad märks som anmäld och följs tills pengarna har kommit. Det saknas { $sum }. Skriv ut och skicka rapporten först.
       *[other] { $shown } rader märks som anmälda och följs tills pengarna har kommit. Tillsammans saknas { $sum }. Skriv ut och skicka rapporten först.
    }
expected-kept =
    { $count ->
        [one] En rad är märkt som anmäld och följs
       *[other] { $shown } rader är märkta som anmälda och följs
    }
expected-print = Skriv ut rapporten
    .bar = skriv ut
    .button = Skriv ut
expected-print-file = Uteblivna ersättningar { $day }
expected-printed = Rapporten är skriven till { $path }
expected-held-because = Hålls tillbaka: { $words }
expected-parts = Rader som svarar mot det
expected-part = { $date }, rad { $line }
expected-may-be = Kan vara någon av dessa rader utan person
expected-like-amount-and-period = samma belopp och period
expected-like-amount = samma belopp
expected-like-period = samma period
expected-why = Varför
expected-why-nothing = Inget i uppgifterna ger det här beloppet. Kontrollera personens uppgifter, eller fråga Migrationsverket vad pengarna gäller.

## Anmält

expected-reported-place =
    { $count ->
        [0] inget är anmält än
        [one] en rad
       *[other] { $shown } rader
    }
expected-reported-all = Alla
expected-reported-open = Öppen
expected-reported-came = Kom
expected-reported-not-expected = Väntas inte längre
expected-reported-written-off = Avskriven
expected-was-missing = Saknades
expected-reason = Skäl
expected-worded-then = Varför, som det stod då
expected-worded-nothing = Förklaringen visas inte. Öppna personen med ett skäl för att läsa den.
expected-write-off = Skriv av raden
    .bar = skriv av
    .button = Skriv av
expected-write-off-words = { $sum } efterfrågas inte längre. Raden kan tas upp igen.
expected-take-up = Ta upp raden igen
    .bar = ta upp igen
    .button = Ta upp igen
expected-take-up-words = Raden följs igen tills pengarna har kommit.
expected-nothing-reported = Inget är anmält. När rapporten över det som saknas sparas följs raderna här tills pengarna har kommit.
expected-to-missing = Till det som saknas

## Kända fel

expected-faults-place = fel som Migrationsverket känner till och har bett er att vänta med
expected-fault-words = Vad de säger
expected-first-day = Första dag
expected-last-day = Sista dag
expected-no-names = Skriv inga namn eller nummer på personer.
expected-note-fault = Lägg till ett känt fel
    .bar = lägg till
    .button = Lägg till
expected-note-fault-words = Det som saknas av ersättningen för de dagarna hålls utanför rapporten tills felet avslutas.
expected-end-fault = Avsluta felet
    .bar = avsluta
    .button = Avsluta
expected-end-fault-words = Det som felet har hållit tillbaka kommer med i nästa rapport: { $words }
expected-held = Hålls tillbaka
expected-held-rows =
    { $count ->
        [0] inga rader
        [one] en rad
       *[other] { $shown } rader
    }
expected-no-faults = Inget fel är inlagt. Ber Migrationsverket er att vänta med något lägger du in det här, så hålls det utanför rapporten så länge.

## Beslut

expected-grants-what = vad Migrationsverket har beviljat, jämfört med vad som ska komma
expected-grants-place =
    { $count ->
        [0] inga beslut
        [one] ett beslut
       *[other] { $shown } beslut
    }
expected-granted-sum = Beviljat
expected-source = Källa
expected-source-hint = beslutets nummer
expected-kronor = kronor
expected-choose = Välj
expected-amount-wrong = Skriv beloppet i kronor med siffror, till exempel 16 500 eller 16 500,00.
expected-decide = Lägg in ett beslut
    .bar = lägg in
    .button = Lägg in beslut
expected-read-decisions = Läs in beslut från en fil
    .bar = läs in
    .button = Läs in fil

## Beslutskoll

help-expected-check =
    Månadens beslut jämfört med det som väntas i samma utbetalning. Överst står de som väntas men inte finns i beslutet, sedan de som har fått ett annat belopp.

    Blanksteg märker rader, K säger att de är genomgångna. Alt och pil byter månad.

expected-check-place =
    { $count ->
        [0] inget kvar att gå igenom
        [one] en rad kvar att gå igenom
       *[other] { $shown } rader kvar att gå igenom
    }
expected-check-all = Alla
expected-check-open = Kvar att gå igenom
expected-check-not-in-decision = Saknas i beslutet
expected-check-differs = Annat belopp
expected-check-not-expected = Inte väntat
expected-check-as-expected = Som väntat
expected-check-difference = Skillnad
expected-check-done = Klar
expected-check-is-done = genomgången
expected-check-estimated = (beloppet är inte kontrollerat)
expected-check-mark = Märk som genomgången
    .bar = genomgången
    .button = Märk som genomgången
expected-check-undo = Ta bort märket
    .bar = ta bort märket
    .button = Ta bort märket
expected-check-marked =
    { $count ->
        [one] En rad är genomgången
       *[other] { $shown } rader är genomgångna
    }
expected-check-unmarked =
    { $count ->
        [one] Märket är borttaget
       *[other] { $shown } märken är borttagna
    }
expected-check-nothing = Ingen rad att jämföra den månaden.

## Beslut ur en fil

decisions-title = Läs in beslut
decisions-reading = Läser in besluten
decisions-commit = Ta in besluten
    .bar = ta in
    .button = Ta in
decisions-committing = Tar in besluten
decisions-taken = Besluten är intagna.
decisions-added = Nya beslut
decisions-to-grants = Till besluten
decisions-day = Beslutsdag: { $day }
decisions-day-read = Beslutsdag: { $day } (dagen då filen lästes in, filen säger ingen)
decisions-day-change = Ange beslutsdag
    .button = Ändra dag
    .save = Ange dagen
decisions-day-words = Filen har ingen kolumn för beslutsdag. Dagen gäller alla rader i filen, och raderna bedöms på nytt.
decisions-day-label = Beslutsdag
decisions-discard-words = Raderna och det som avgjorts om dem tas bort. Inget beslut är inskrivet ur filen, och den kan läsas in igen.
decisions-map-title = Beskriv beslutens layout
decisions-map-save = Spara profilen och läs in besluten
    .bar = spara och läs in
    .button = Spara och läs in
decisions-map-missing = Välj kolumnerna för kod, periodens första och sista dag, och belopp.

expected-decide-person-hint = namn eller nummer; tomt: kommunen själv
expected-read-grant = Läs hur beslutet står sig
    .bar = jämför
expected-withdraw = Ta tillbaka beslutet
    .bar = ta tillbaka
    .button = Ta tillbaka
expected-withdraw-words = Beslutet tas bort härifrån: { $compensation }, { $who }, { $period }, { $sum }.
expected-appeal = Sista dag att överklaga
expected-appeal-cautious = Överklaga senast
expected-appeal-ordinary = Räknat från mottagandet
expected-appeal-moved = { $day }, enligt lag { $statutory }
expected-served = Mottaget den
expected-served-advice = Skriv dagen då beslutet kom och tryck Enter. Den sparas inte. Det är inte avgjort vilken dag som gäller: planera efter den tidigare.
expected-grant-alone = Inget ska komma som börjar samma dag. Kontrollera beslutets period och personens uppgifter.
expected-no-grants = Inget beslut är inlagt. Lägg in det som Migrationsverket har beviljat, så syns det om pengarna inte följer efter.

## Kalender

expected-calendar-place = som det ser ut { $day }
expected-calendar-days = Dagar för beslut och utbetalning
expected-calendar-decision = Beslut
expected-calendar-payment = Utbetalning
expected-calendar-concerned = Avser
expected-calendar-rhythm = När det betalas
expected-calendar-no-days = Ingen utbetalning väntas den månaden.
expected-about = omkring { $day }
expected-not-here = Skulle ha kommit
expected-count = Antal
expected-all-here = Allt som skulle ha kommit har kommit.
expected-month-before = Föregående månad
    .bar = månaden före
expected-month-after = Nästa månad
    .bar = månaden efter

## På personens sida

expected-show = Visa vad som ska komma för personen
    .bar = förväntat
expected-to-report = Visa personen i rapporten över det som saknas
    .bar = till rapporten
    .button = Till rapporten
expected-not-triggered =
    { $count ->
        [one] En ersättning ger inget än: läs varför
       *[other] { $count } ersättningar ger inget än: läs varför
    }
expected-nothing-for-person = Inget ska komma för personen, så som uppgifterna är nu.
