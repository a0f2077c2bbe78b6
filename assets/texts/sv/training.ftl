### Övningarna i övningskommunen: vad som är rätt, och vägen vidare där det inte är det.

exercise-month = Öva: en månad
exercise-month-list = Novembers lista är inläst.
    .do = Läs in utbetalningslista-2026-11.csv ur övningens mapp, granska den och ta in den.
exercise-month-bank = Bankens belopp är angivet: 224 698,00.
    .do = Ange vad banken satte in, 224 698,00, och varför det skiljer 50 kronor.
exercise-month-parked = Raden som är betald en gång förut är parkerad.
    .do = Parkera rad 12: den är betald i oktobers lista.
exercise-month-matched = Varje rad har sin person.
    .do = Matcha de rader i listan som saknar person, rad 8 och 9.
exercise-month-merged = P10 och P22 är sammanslagna.
    .do = Slå samman P22 med P10: två dossiernummer, en person.
exercise-month-shared = Allt i november som kan fördelas är fördelat.
    .do = Fördela november. Det som ligger kvar väntar på en nämnd eller en nyckel.
exercise-month-corrected = Ingen krona ligger hos fel nämnd.
    .do = Rätta det som fördelades till fel nämnd: P08 flyttade den 1 augusti.
exercise-month-reported = Det som fattas för P23 är anmält.
    .do = Anmäl det som saknas: P23 fick beloppet för ett barn.
exercise-month-booked = Varje order är bokförd.
    .do = Gör order för december av det som är fördelat, överför dem och ange verifikationsnumren.
exercise-month-account = Övningen lämnar 16 450,00 på observationskontot.
    .do = Stäm av observationskontot: kvar ska ligga den parkerade raden, 16 500,00, och bankens differens, −50,00.

exercise-quarter = Öva: ett kvartal
exercise-quarter-cost = Kostnaden ÖV-3001 är inlagd med 12 400,00.
    .do = Lägg in kostnaden ÖV-3001: 12 400,00 för P07, Vård, tillstånd, juli 2026, enhet 7110.
exercise-quarter-claim = Det finns en ansökan för grundskola, kvartal 3 2026.
    .do = Gör en ansökan för Grundskola, kvartal 3 2026.
exercise-quarter-lines = Ansökan gäller båda eleverna: 67 200,00.
    .do = Ta upp P01 och P06 i ansökan. Var och en har två fyraveckorsperioder à 16 800,00.
exercise-quarter-evidence = Underlaget ligger i ansökan.
    .do = Bifoga elever-2026-kvartal-3.txt ur övningens mapp.
exercise-quarter-submitted = Ansökan är inlämnad, med kvittens.
    .do = Skicka ansökan till granskning, godkänn den och ange kvittensens nummer.
