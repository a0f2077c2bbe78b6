### Ersättningar och regler: katalogen, kommunens egna belopp, öppna frågor och räknaren.

section-law = Ersättningar och regler

rules-page-catalogue = Ersättningar
    .command = Gå till ersättningarna
rules-page-calculator = Räkna
    .command = Gå till räknaren
rules-page-questions = Öppna frågor
    .command = Gå till de öppna frågorna

## Katalogen

rules-place =
    { $count ->
        [one] en ersättning, belopp den { $on }
       *[other] { $shown } ersättningar, belopp den { $on }
    }
rules-place-check =
    { $count ->
        [one] en behöver kontrolleras
       *[other] { $count } behöver kontrolleras
    }
rules-find = Sök
rules-find-hint = kod, namn, förordning
rules-day = Belopp den
rules-day-hint = tomt: { $today }
rules-filter = Urval
rules-filter-all = Alla
rules-filter-without-application = Utan ansökan
rules-filter-asked = Efter ansökan
rules-filter-to-check = Behöver kontrolleras
rules-filter-ended = Upphörda
rules-nothing = Ingen ersättning passar. Pröva ett annat ord eller visa alla.
rules-group-ended = Upphörda
rules-group-reference = Belopp som andra räknas från
rules-code = Kod
rules-name = Namn
rules-section-of = Lagrum
rules-ask = Söks av
rules-ask-without-application = ingen ansökan
rules-ask-municipality = kommunen
rules-ask-region = regionen
rules-ask-nobody = söks inte
rules-amount = Belopp
rules-values =
    { $count ->
        [one] ett belopp
       *[other] { $count } belopp
    }
rules-checked = Kontrollerad den
rules-unverified = Ej kontrollerat mot källan
rules-open = Läs om ersättningen
    .bar = läs
rules-to-list = Till listan
    .bar = till listan

## En ersättning

rules-compensation = Ersättning
rules-counted = Så beräknas det
rules-whose = Vilken kommun har rätt
rules-paid = Utbetalas
rules-last-day = Sista dag
rules-no-last-day = Söks inte, eller har ingen sista dag.
rules-appeal = Överklagande
rules-evidence = Underlag
rules-to-questions = Alla öppna frågor och hur svaret ändras
rules-wordings = Lydelser
rules-wording-act = enligt SFS { $sfs }
rules-history = Belopp genom tiden
rules-no-values = Faktisk kostnad ersätts; det finns inget fast belopp.
rules-overtaken = Egna belopp som programmet nu har själv
rules-until-further = { $from } – tills vidare
rules-hole = Belopp saknas
rules-holds-now = gäller nu
rules-own = Kommunens eget
rules-value-acts = SFS { $acts } · kontrollerad { $checked }
rules-value-checked = kontrollerad { $checked }

## Ett eget belopp

rules-add = Lägg till belopp
    .bar = lägg till belopp
rules-add-title = Lägg till belopp: { $code } { $name }
rules-add-words = Här läggs nästa års belopp in när det har beslutats, innan en ny version av programmet har det. Beloppet som gäller tills vidare avslutas dagen innan.
rules-case = Gäller
rules-from = Från och med
rules-until = Till och med
rules-until-hint = tomt: tills vidare
rules-value = Belopp
rules-value-hint = senast { $value }
rules-source = Källa
rules-source-hint = förordningens nummer och var den lästes
rules-checked-on = Kontrollerad den
rules-note = Anmärkning
rules-note-hint = frivillig
rules-preview = Visa vad som ändras
rules-add-save = Lägg till
rules-changes = Det här ändras
rules-changes-nothing = Ingenting ändras.
rules-before = Nu
rules-after = Efter
rules-before-nothing = inget belopp
rules-withdraw = Ta tillbaka eget belopp
    .button = Ta tillbaka
rules-withdraw-words = Kommunens eget belopp { $value } för { $code } { $case } ({ $days }) tas tillbaka. Det som gällde utan det gäller igen.
rules-withdraw-overtaken = Programmet har nu ett eget belopp för de dagarna, och det är det som räknas.
rules-check = Kontrollerad i dag
    .bar = kontrollerad
rules-check-title = { $code }: beloppen stämmer
rules-check-words = Jämför beloppen som gäller med förordningen. Stämmer de antecknas dagen och källan; ändrat belopp läggs till i stället.
rules-check-save = De stämmer

## Öppna frågor

rules-questions-place =
    { $count } frågor som förordningarna lämnar öppna, { $chosen ->
        [0] alla med programmets svar
        [one] en med kommunens svar
       *[other] { $shown } med kommunens svar
    }
rules-question = Fråga
rules-answer = Svar som används
rules-answer-whose = Valt av
rules-answer-other = Svar
rules-answer-own = kommunens
rules-answer-ships = programmets
rules-answer-counts = Används nu
rules-answer-first = Följer med programmet.
rules-answer-from = Valt här från { $days }.
rules-answer-words = Svaret följer varje belopp som hänger på frågan, och förklaringen säger vilket det blev. Ett nytt svar gäller från en dag; äldre belopp räknas som förut.
rules-choose-answer = Välj svar
    .bar = välj svar
rules-answer-day = Från och med
rules-answer-day-advice = Första dagen som beloppen gäller, inte dagen för beslutet.
rules-reason = Skäl
rules-reason-hint = dom, besked från Migrationsverket eller eget beslut
rules-answer-save = Använd svaret

## Räknaren

rules-calculate = Räkna på ersättningen
    .bar = räkna
    .button = Räkna
rules-calculate-person = Räkna för personen
rules-calculator-place = Vad en ersättning ger, med förklaring. Inget sparas.
rules-calculator-empty = Välj ersättning och skriv uppgifterna, eller välj en person. Räkna visar varje belopp med period, dag och förklaring. Exemplet visar hur det ser ut, med påhittade uppgifter.
rules-basis = Det som räknas på
rules-source-of-facts = Var uppgifterna kommer från
rules-by-hand = Skriv uppgifter
rules-of-person = Person i personkretsen
rules-person = Person
rules-facts = Uppgifter
rules-facts-empty = Inga uppgifter än.
rules-fact = Uppgift
rules-fact-of = Uppgift { $number }: { $kind }
rules-fact-add = Lägg till uppgift
rules-fact-remove = Ta bort { $kind }
rules-remove = Ta bort
rules-costs = Kostnader
rules-cost-of = Kostnad { $number }
rules-cost-add = Lägg till kostnad
rules-cost-remove = Ta bort kostnad { $number }
rules-cost-amount = Kostnad
rules-cost-fee = Egen avgift
rules-cost-item = Avser
rules-cost-no-item = Inget särskilt
rules-cost-wrong = Beloppet går inte att läsa. Skriv kronor med högst två decimaler, till exempel 450 000 eller 1 250,50.
rules-kronor = kronor
rules-municipality = Kommun
rules-municipality-hint = tomt: alla
rules-calculate-until = Räkna till och med
rules-calculate-until-hint = tomt: i dag
rules-calculate-now = Räkna
    .bar = räkna
rules-example = Prova med ett exempel
    .bar = exempel
rules-clear = Töm underlaget
    .button = Töm
rules-stale = Underlaget har ändrats. Räkna igen.
rules-gives-nothing = Ger ingenting.
rules-gives-no-more = Ger inte mer.
rules-amounts = Belopp som ersättningen ger
rules-period = Period
rules-due-paid = Väntas
rules-due-asked = Söks senast
rules-marks = Märke
rules-mark-estimated = Uppskattat
rules-mark-unverified = Ej kontrollerat mot källan
rules-total =
    { $count ->
        [one] Summa, ett belopp
       *[other] Summa, { $count } belopp
    }
rules-why = Så räknas { $period }
rules-step-wording = Lydelse
rules-step-fact = Uppgift
rules-step-rule = Regel
rules-step-rate = Belopp
rules-step-arithmetic = Räkning
rules-step-rounding = Avrundning
rules-step-open = Öppen fråga

## Sista dag

rules-last-day-of = Sista dag för { $code }
rules-period-hint = 2026Q2 eller 2025
rules-received = Först mottagen
rules-received-hint = där regeln kräver det
rules-first-claim = Första ansökan för personen
rules-last-day-show = Visa sista dag
rules-last-day-cautious = Försiktigt: varningarna går efter den
rules-last-day-practice = Som Migrationsverket skriver
rules-last-day-statutory = Enligt lag, flyttad till vardag

## Hjälpen (F1)

help-law =
    Varje ersättning står med dagens belopp och den dag då det senast jämfördes med källan. Skriv en del av koden eller namnet; pil ned går till listan. Belopp den … visar en annan dags belopp.

    Bredvid listan står hur ersättningen räknas och alla belopp genom tiden. Ej kontrollerat mot källan betyder att ingen har läst beloppet där; ett hål visas som hål.

    N lägger till ett eget belopp, K antecknar att beloppen stämmer i dag, R går till räknaren.

help-law-calculator =
    Räknaren visar vad en ersättning ger för en person i personkretsen eller för uppgifter som du skriver. Alt E fyller i ett exempel. Ctrl Enter räknar.

    Pilarna går mellan beloppen; under dem står varje steg: uppgift, regel, belopp med källa, räkning och avrundning. Inget sparas.

help-law-questions =
    Där förordningarna lämnar något öppet räknar programmet med ett svar. Varje belopp som hänger på svaret säger det. Enter väljer ett annat svar från en viss dag, med skäl.

## Årets belopp

rules-page-year = Årets belopp
    .command = Gå till årets belopp
rules-page-effect = Vad en ändring gör
    .command = Gå till vad en ändring gör
rules-to-year = Till årets belopp
rules-year = År
rules-year-open = Inte kontrollerade
rules-year-checked = Kontrollerade
rules-year-all = Alla
rules-year-old = Tidigare belopp
rules-year-new = Årets belopp
rules-year-waits = Räknas inte
rules-year-persons =
    { $count ->
        [one] en person
       *[other] { $shown } personer
    }
rules-year-is-checked = kontrollerat
rules-year-unchecked = inte kontrollerat
rules-year-unknown = inte känt
rules-year-all-checked = Alla belopp är kontrollerade för året.
rules-year-value = Nytt belopp
rules-year-value-hint = tomt om beloppet fortsätter gälla
rules-year-own-source = Egen källa för beloppet
rules-sure = Beloppet stämmer
rules-year-tick = Märk att beloppet fortsätter gälla
    .bar = gäller
rules-year-tick-all = Märk alla som visas, eller ingen
    .bar = märk alla
rules-year-type = Skriv ett nytt belopp
    .bar = nytt belopp
rules-year-save = Spara årets belopp som kontrollerade
    .bar = spara
    .button =
        { $count ->
            [one] Spara ett belopp
           *[other] Spara { $shown } belopp
        }
rules-year-saved = Sparat: { $values } nya belopp, { $checks } kontrollerade ersättningar

help-law-year =
    Här står varje belopp som ska kontrolleras för året: det tidigare, det nya om programmet känner det, och vad som inte räknas förrän det är gjort.

    Blanksteg märker det som fortfarande gäller, Enter går till fältet för ett nytt belopp. Skriv källan en gång och spara allt med Ctrl Enter.

## Vad en ändring gör

rules-effect-day = Vad ändrades den
rules-effect-until = Räkna till och med
rules-effect-until-hint = tomt: i dag
rules-effect-show = Visa vad ändringen gör
    .bar = visa
    .button = Visa
rules-effect-words = Det som började gälla den dagen jämförs med att gårdagens lydelse hade fortsatt. Inget ändras.
rules-effect-begin = Skriv dagen då något ändrades, eller ska ändras, och tryck Enter.
rules-effect-before = Före
rules-effect-after = Efter
rules-effect-difference = Skillnad
rules-effect-persons =
    { $count ->
        [0] kommunen själv
        [one] en person
       *[other] { $shown } personer
    }

help-law-effect =
    Visar vilka personer en ändring rör och hur många kronor det är, ersättning för ersättning och månad för månad. Före är vad som hade väntats om dagen innan hade fortsatt.

    Enter räknar om. Vad ett nytt belopp gör visas också när det skrivs in.
