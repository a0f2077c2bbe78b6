### Att söka: det kommunen kan söka och inte har sökt, med sista dagar och skäl; pengar i riskzonen; netto per placering.

help-candidates =
    Här står det kommunen kan söka hos Migrationsverket och inte har sökt, det som har minst tid kvar först. Listan räknas fram ur personernas uppgifter, kostnaderna och lagen; det som redan står i en ansökan är borta ur den. Högerkanten visar hur beloppet är räknat och vad som fattas.

    Mellanslag märker rader. N gör en ansökan av det märkta, om raderna gäller samma ersättning, och L lägger dem i ett utkast som redan finns. G svarar att något inte går att söka, med skäl. När den sista dagen enligt lag har passerat skriver F att pengarna är förlorade; en annan person bekräftar det under Besvarade.

    Överskriden betyder att den försiktiga sista dagen har passerat, men inte lagens: skicka i dag.

candidates-title = Att söka
    .command = Gå till det som kan sökas
    .found = Kandidater, riskzon, pengar i riskzonen, sista dag, osökt, inte sökt
candidates-sum =
    { $count ->
        [0] Inget att söka
        [one] 1 att söka, { $sum }
       *[other] { $shown } att söka, { $sum }
    }
candidates-filter = Urval
candidates-states = Hur nära den sista dagen är
candidates-any-compensation = alla ersättningar
candidates-any-unit = alla enheter
candidates-all = Alla
candidates-state-passed = Passerade
candidates-state-overdue = Överskridna
candidates-state-within-7 = Inom 7 dagar
candidates-state-within-30 = Inom 30 dagar
candidates-state-within-90 = Inom 90 dagar
candidates-without-right = Ger ingen rätt
candidates-answered = Besvarade
candidates-last-day = Sista dag
candidates-days-left = Dagar
candidates-amount = Belopp
candidates-cost = Kostnad
candidates-compensation = Ersättning
candidates-person = Person
candidates-period = Period
candidates-missing = Fattas
candidates-unit = Ansvar
candidates-unit-long = Enhet
candidates-because = Varför
candidates-reason = Skäl
candidates-by = Av
candidates-answer = Svar
candidates-answer-not-claimable = Går inte att söka
candidates-answer-lost = Förlorat, bekräftat
candidates-answer-lost-alone = Förlorat, väntar på bekräftelse
candidates-lacks-cost = kostnad
candidates-lacks-number = nummer
candidates-lacks-reception = mottagande
candidates-lacks-lump-sum = schablon
candidates-lacks-voucher = verifikat
candidates-lacks-unit = enhet
candidates-lacks-open-question = öppen fråga
candidates-last-days = { $cautious } (praxis { $practice }, lag { $statutory })
candidates-is-passed = Den sista dagen enligt lag har passerat. Det går inte att söka längre: skriv att det är förlorat, med skäl.
candidates-is-overdue = Den försiktiga sista dagen har passerat. Det går att söka till lagens sista dag: skicka i dag.
candidates-to-do = Att göra först
candidates-ready = Inget fattas. Gör en ansökan.
candidates-by-law = enligt lag
candidates-marked =
    { $count ->
        [one] 1 rad märkt, { $sum }
       *[other] { $count } rader märkta, { $sum }
    }
candidates-tick = Märk raden
    .bar = märk
candidates-read = Läs om raden
    .bar = läs
candidates-to-list = Till listan
candidates-claim = Gör en ansökan av det märkta
    .bar = gör ansökan
    .button = Gör ansökan
candidates-to-draft = Lägg det märkta i ett utkast
    .bar = lägg i utkast
    .button = Lägg i utkast
candidates-to-draft-words =
    { $count ->
        [one] 1 rad läggs i ansökan.
       *[other] { $count } rader läggs i ansökan.
    }
candidates-to-draft-save = Lägg i ansökan
candidates-draft = Utkast
candidates-no-drafts = Det finns inget utkast för ersättningen. Gör en ny ansökan i stället.
candidates-one-compensation = En ansökan gäller en ersättning. Märk bara rader av samma ersättning.
candidates-not-claimable = Svara att det inte går att söka
    .bar = går inte att söka
    .button = Går inte att söka
candidates-answer-title = Går inte att söka, eftersom …
candidates-answer-words =
    { $count ->
        [one] Raden lämnar listan. Skälet och vem som svarade sparas, och svaret kan tas tillbaka.
       *[other] { $count } rader lämnar listan. Skälet och vem som svarade sparas, och svaren kan tas tillbaka.
    }
candidates-answer-save = Svara
candidates-lose = Skriv att det är förlorat
    .bar = förlorat
    .button = Förlorat
candidates-lose-title = Förlorat
candidates-lose-words =
    { $count ->
        [one] Sista dagen enligt lag har passerat. Skriv varför. En annan person ska bekräfta förlusten.
       *[other] Sista dagen enligt lag har passerat för { $count } rader. Skriv varför. En annan person ska bekräfta förlusterna.
    }
candidates-lose-save = Skriv som förlorat
candidates-confirm = Bekräfta förlusten
    .bar = bekräfta
    .button = Bekräfta förlusten
candidates-withdraw = Ta tillbaka svaret
    .bar = ta tillbaka
    .button = Ta tillbaka svaret
candidates-undo = Ta tillbaka det som svarades sist
    .bar = ångra
    .button = Ångra
candidates-answers-given =
    { $count ->
        [one] 1 rad besvarad
       *[other] { $count } rader besvarade
    }
candidates-taken-back = Svaret är taget tillbaka
candidates-confirm-title = Bekräfta förlusten
candidates-confirm-words = Sagt av { $by }. Bekräftelsen skrivs under med din egen nyckel.
candidates-confirm-go = Bekräfta
candidates-confirmed = Förlusten är bekräftad
at-risk-show = Visa riskzonen per enhet, handläggare och ersättning
    .button = Riskzonen
at-risk-shared = Pengar i riskzonen
at-risk-by = Per
at-risk-by-unit = Enhet
at-risk-by-officer = Handläggare
at-risk-by-compensation = Ersättning
at-risk-no-unit = Utan enhet
at-risk-no-officer = Utan handläggare
at-risk-no-compensation = Utan ersättning
at-risk-rows = Poster
escalation-show = Visa vem som ska få veta
    .button = Eskalera
escalation-title = Vem som ska få veta
escalation-steps = Steg
escalation-step =
    { $count ->
        [0] Inom { $days } dagar: inget
        [one] Inom { $days } dagar: 1 post
       *[other] Inom { $days } dagar: { $count } poster
    }
escalation-nobody = ingen är vald i inställningarna
escalation-none = Inga steg är valda i inställningarna.
escalation-settings = Ändra stegen
net-title = Netto
    .command = Gå till netto per placering
    .found = Netto per placering, kostnad minus schablon
help-net =
    Här står vad varje placering har kostat kommunen en månad: kostnaden, minus schablonersättning som har kommit för samma dagar, minus det som är sökt. Det dyraste står först. En kostnad som gäller flera månader delas efter dagar.
net-sum =
    { $count ->
        [one] 1 person och månad
       *[other] { $shown } personer och månader
    }
net-month = Månad
net-cost = Kostnad
net-lump-sum = Schablon
net-claimed = Sökt
net-net = Netto
net-from = Från
net-until = Till
net-month-form = ÅÅÅÅ-MM
net-ask = Visa
net-open = Till personen
    .bar = personen
net-empty = Inga kostnader är skrivna för de månaderna.
candidates-nothing = Inget passar urvalet.
candidates-empty = Det finns inget att söka nu. Listan fylls när personer får uppgifter som ger rätt, och när kostnader skrivs in.
