### Återsökningar: loggens meningar, granskningens fynd och utskriften. Lägen står i screen-claims.ftl.

claim-log-created = Ansökan skapad.
claim-log-continued = Ansökan skapad efter { $from }.
claim-log-continued-without = Ansökan skapad efter { $from }. Inget att söka för { $without } i perioden.
claim-log-lines-added =
    { $count ->
        [one] En rad lades till.
       *[other] { $count } rader lades till.
    }
claim-log-line-removed = Raden för { $person } togs bort.
claim-log-service-typed = E-tjänstens belopp skrevs in på en rad.
claim-log-numbers = Diarienummer eller ärendenummer ändrades.
claim-log-attached = Underlag lades till: { $evidence }.
claim-log-detached = Underlag togs bort: { $evidence }.
claim-log-passed = En anmärkning passerades med motivering.
claim-log-sent = Skickad till granskning.
claim-log-returned = Återlämnad.
claim-log-approved = Godkänd.
claim-log-approved-alone = Godkänd, utan andra person.
claim-log-withdrawn = Återtagen.
claim-log-submitted = Inskickad. Kvittens: { $receipt }.
claim-change = { $at } { $actor }: { $what }

claim-fits-six-months-after-quarter = ett kvartal, eller två kvartal i följd
claim-fits-one-year-after-quarter = ett kvartal, eller två kvartal i följd
claim-fits-one-year-after-year = ett kalenderår
claim-fits-one-year-after-twelve-months = hela månader, högst tolv i följd
claim-fits-one-year-after-reception = dagar som ligger efter regelns början
claim-fits-one-year-after-period = dagar som ligger efter regelns början

## Granskningens fynd: vad som hittades och hur det går vidare
claim-finding-no-lines = Ansökan har inga rader. Lägg till det som ska sökas.
claim-finding-not-entitled = Ingen rätt de här dagarna: { $why } Rätta personens uppgifter eller ta bort raden.
claim-finding-days-without-right = Rätten gäller { $from }–{ $until }. Ta bort raden och lägg till den med de dagarna.
claim-finding-amount-differs = Beloppet räknas nu till { $computed }. Ta bort raden och lägg till den igen, eller rätta uppgifterna som ändrades.
claim-finding-amount-estimated = Beloppet vilar på en uppskattning eller en öppen tolkningsfråga. Läs uträkningen innan ansökan skickas.
claim-finding-amount-not-computed = Programmet räknar inte den här ersättningen. Kontrollera beloppet för hand.
claim-finding-rate-missing = Lagens belopp för dagarna saknas i programmet. Lägg in det under Lagen.
claim-finding-amount-above-cost = Raden söker mer än kostnaden, som är { $cost }. Rätta beloppet eller lägg till den kostnad som fattas.
claim-finding-line-outside-period = Radens dagar ligger utanför ansökans period { $from }–{ $until }.
claim-finding-days-claimed = Samma dagar söks redan i { $claim } ({ $from }–{ $until }). Ta bort den ena raden.
claim-finding-days-shared = Samma dagar söks också i { $claim } ({ $from }–{ $until }). Kontrollera att det inte är samma kostnad.
claim-finding-days-granted = Migrationsverket har redan beviljat { $from }–{ $until }.
claim-finding-other-municipality = Enligt registret hör personen till { $municipality } { $from }–{ $until }. Kontrollera att den kommunen inte söker samma dagar.
claim-finding-cost-changed = Kostnaden ({ $voucher }) har rättats eller dragits tillbaka. Ta bort raden och lägg till den nya kostnaden.
claim-finding-number-missing = Varken dossiernummer eller fullständigt personnummer är känt. E-tjänsten kräver ett av dem: lägg till det på personen.
claim-finding-reception-missing = Dagen för mottagandet saknas, och sista dagen räknas från den. Lägg till den på personen.
claim-finding-first-claim = Det är första ansökan för personen: den ska ha kommit in inom tre år från mottagandet, senast { $until }.
claim-finding-cautious-passed = Den försiktiga sista dagen, { $cautious }, har passerat. Enligt Migrationsverkets praxis gäller { $practice }: skicka ansökan i dag.
claim-finding-practice-passed = Sista dagen enligt praxis, { $practice }, har passerat. Enligt lagen gäller { $statutory }: skicka ansökan i dag.
claim-finding-statutory-passed = Sista dagen enligt lagen, { $statutory }, har passerat. Det som sökts för sent avvisas.
claim-finding-rule-changed = Reglerna ändrades { $on }, mitt i radens dagar. Läs uträkningen, eller dela raden där.
claim-finding-person-protected = Personen har skyddade uppgifter. Paketet skrivs bara med en motivering.
claim-finding-protected-among-others = En person med skyddade uppgifter står tillsammans med andra. Sök för den personen i en egen ansökan.
claim-finding-evidence-missing = Underlag saknas: { $evidence }. Lägg till det, eller passera med en motivering.
claim-finding-lump-sum-first = Dygnsschablonen { $compensation } har inte kommit för { $days } av dagarna (betalt { $paid }). Anmäl det som saknas först, eller passera med en motivering.
claim-finding-service-differs = E-tjänsten räknade till { $service }, ett annat belopp än radens. Skillnaden är förklarad på raden.

## Utskriften och paketet
claim-print-title = Ansökan om statlig ersättning
claim-print-draft = utkast
claim-print-claim = Ansökan
claim-print-compensation = Ersättning
claim-print-ground = Lagrum
claim-print-period = Period
claim-print-unit = Ansvar
claim-print-several-units = flera enheter
claim-print-diary = Kommunens diarienummer
claim-print-agency = Migrationsverkets ärendenummer
claim-print-count = Antal rader
claim-print-sum = Summa
claim-print-lines = Rader
claim-print-line = Rad
claim-print-number = Nummer
claim-print-from = Från och med
claim-print-until = Till och med
claim-print-amount = Belopp
claim-print-service = E-tjänsten
claim-print-evidence = Underlag
claim-print-no-evidence = Inget underlag är bifogat.
claim-print-attached = Underlagen ligger oförändrade som bilagor i den här filen, och som egna filer i paketet.
claim-print-beside = Underlagen ligger som egna filer i paketet: tillsammans är de större än en fil får vara.
claim-print-file = Fil
claim-print-proves = Visar
claim-print-bytes = Byte
claim-print-counted = Rad { $line }: så är beloppet { $amount } räknat
claim-print-difference = Skillnad mot e-tjänsten: { $words }
claim-print-prepared = Upprättad
claim-print-approved = Godkänd
claim-print-name = Namn
claim-print-date = Datum
claim-package-contents = Innehåll i paketet för ansökan { $number }: SHA-256, storlek i byte och namn
