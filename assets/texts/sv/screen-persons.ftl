### Personkrets: lista, person, dubbletter, register.

section-persons = Personkrets

## Listan

persons-count =
    { $count ->
        [one] En person
       *[other] { $shown } personer
    }
persons-more = Fler än { $shown } personer; skriv mer
persons-find = Sök person
persons-find-hint = namn, nummer, nämnd, distrikt eller ärende
persons-name = Namn
persons-dossier = Dossiernummer
persons-dossier-hint = XX-XXXXXX
persons-number = Personnummer
persons-number-hint = tolv siffror, eller samordningsnummer
persons-numbers-hint = eller samordningsnummer; flera skiljs med blanksteg
persons-born = Född
persons-centre = Ansvar
persons-board = Nämnd
persons-no-board = ingen nämnd
persons-any-board = alla nämnder
persons-without-board = utan nämnd
persons-any-ground = alla grunder
persons-age = Ålder
persons-any-age = alla åldrar
persons-ages = { $from }–{ $until } år
persons-ages-from = { $from } år och äldre
persons-id = Person-id
persons-protected = Skydd
persons-id-hint = lämna tomt för nästa lediga
persons-family-name = Efternamn
persons-given-name = Förnamn
persons-board-from = Nämnden gäller från
persons-board-from-hint = ÅÅÅÅ-MM-DD, tomt = från början
persons-open = Öppna personen
    .bar = öppna
persons-add = Lägg till en person
    .bar = lägg till
    .button = Lägg till person
persons-add-save = Lägg till
persons-add-household = Lägg till, och en till i samma hushåll
persons-add-done = Klart
persons-ground = Rättslig grund
persons-ground-none = anges senare
persons-ground-from = Grunden gäller från
persons-received-day = Mottagen i kommunen
persons-role = Roll i hushållet
persons-role-adult = vuxen
persons-role-child = barn
persons-relation = Vad personen är till { $name }
persons-relation-none = anges inte
persons-relation-child = barn
persons-relation-parent = förälder
persons-relation-spouse = make, maka eller sambo
persons-relation-sibling = syskon
persons-namesake-other = Det är någon annan, lägg till
persons-household-so-far = Hushåll { $household }: { $members }.
persons-empty = Personkretsen är tom. Läs in registret, eller lägg till en person.
persons-nothing = Ingen person passar ”{ $words }”. Pröva ett annat namn eller ett nummer.
persons-nothing-filters = Ingen person passar det som är valt.
persons-nothing-both = Ingen person passar både ”{ $words }” och det som är valt.
persons-show-everybody = Sök bland alla
persons-cases = Ärenden
    .bar = ärenden
persons-duplicates = Personer som kan vara samma
    .bar = dubbletter
    .button = Dubbletter
    .found = dubbletter samma person slå samman

## Sparade vyer

persons-views = Vyer
persons-view-all = Alla
persons-view-named = Vy: { $name }
persons-view-save = Spara som vy
    .button = Spara vy…
persons-view-name = Vyns namn
persons-view-words = Vyn minns nämnd, grund och ålder. Det som står i sökfältet sparas inte.
persons-view-replaces = Det finns en vy med det namnet. Den ersätts.
persons-view-keep = Spara
persons-view-forget = Ta bort vyn
    .button = Ta bort vyn…
persons-view-forget-words = Vyn ”{ $name }” tas bort. Personerna rörs inte.

## Registret

persons-import = Läs in registret
    .bar = läs in registret
    .button = Läs in register…
persons-import-files = Register
persons-import-close = Stäng

## En person

person-born-age = { $born }, { $age } år
person-received = Mottagen
person-household = Hushåll
person-no-board = ingen; pengar stannar på observationskontot
person-merged = Även
person-days-always = hela tiden
person-days-until = till och med { $until }
person-days-from = från { $from }
person-change-board = Byt nämnd från en dag
    .bar = byt nämnd
    .button = Byt nämnd
person-show-number = Visa hela personnumret
    .bar = visa numret
    .button = Visa
person-hide-number = Dölj personnumret
    .bar = dölj numret
    .button = Dölj
person-back = Tillbaka till personkretsen
    .bar = till listan
person-paid = Betalt
person-money = Pengarnas händelser
person-no-money = Inga pengar är utbetalda eller fördelade för personen.
person-money-kind = Led
person-money-compensation = Ersättning
person-money-period = Period
person-money-amount = Belopp
person-money-row = Rad i lista
person-split = Dela upp igen
    .button = Dela upp igen
person-split-words = { $other } slogs samman med { $into }, { $person }. Dela upp igen om de är två olika personer: { $other } får tillbaka sina uppgifter och sina pengar. Det som skrevs in medan de var en står kvar hos { $into }.

split-done = { $person } är en egen person igen
split-stay =
    { $count ->
        [one] En uppgift skrevs in medan de två var en. Den står kvar hos { $from }. Hör den till den andra: ta tillbaka den här och lägg till den där.
       *[other] { $count } uppgifter skrevs in medan de två var en. De står kvar hos { $from }. Hör någon till den andra: ta tillbaka den här och lägg till den där.
    }
split-protected = Skyddet gäller båda tills det är utrett: { $persons } har fått en egen uppgift om skydd.
split-show = Visa { $person }
split-remain = Stanna här

## Tidslinjen

timeline-heading = Tidslinje
timeline-label = Personens uppgifter och pengar över tid. T visar samma sak som tabell.
timeline-until = t.o.m. { $until }
timeline-then = som vi visste då
timeline-then-nothing = inget var känt
timeline-money = Pengar
timeline-money-unit = betalt, kronor
timeline-legend = Förklaring till staplarna
timeline-paid-legend = betalt
timeline-awaited = väntat
timeline-missing = uteblivet
timeline-paid = Betalt
timeline-picture = Bild
timeline-now = nu
timeline-known-on = som vi visste { $day }
timeline-empty = Inga uppgifter med datum än.
timeline-as-table = Visa tidslinjen som tabell
    .bar = tabell
    .button = Visa som tabell
timeline-as-picture = Visa tidslinjen som bild
    .bar = bild
    .button = Visa som bild

## Vad visste vi den …

knew-label = Vad visste vi den …
knew-strokes = streck = ny uppgift
knew-type = Skriv dagen för Vad visste vi den
knew-no-day = ”{ $typed }” är ingen dag. Skriv ÅÅÅÅ-MM-DD.
knew-beyond = Skriv en dag från { $first } till { $last }.
knew-today = i dag { $day }
knew-slider-today = { $day }, allt som är känt
knew-slider-before = { $day }, innan något var känt
knew-slider-day = { $day }, efter ändringen { $change }
knew-day-of = Vad vi visste den { $day } och vad vi vet nu
knew-then = Då:
knew-now = Nu:
knew-same = Samma som nu.
knew-nothing-then = inget av det som är känt nu.
knew-nothing-now = inget i stället.
knew-money = Pengar:
knew-no-money = det som skulle ha kommit hittills är detsamma.
knew-day-key = Vad visste vi dagen före eller efter
    .bar = vad visste vi, dag
knew-change-key = Vad visste vi vid förra eller nästa ändring
    .bar = nästa ändring

## Uppgifter

facts-lists = Listor
facts-current = Gällande uppgifter
facts-entries = Allt som skrivits in
facts-show-entries = Visa allt som skrivits in
facts-show-money = Visa pengarnas händelser
facts-show-cases = Visa personens ärenden
facts-empty = Inga uppgifter än. N lägger till en.
facts-kind = Uppgift
facts-says = Innehåll
facts-days = Gäller
facts-known = Känt sedan
facts-known-import = { $day }, enligt import
facts-source = Källa
facts-document = Handling
facts-by = Av
facts-state = Läge
facts-yes = ja
facts-disorder = Överlapp eller lucka
facts-state-current = gäller
facts-state-corrected = rättad
facts-state-taken-back = återtagen
facts-state-taking-back = återtagande
facts-correct = Rätta uppgiften
    .bar = rätta
    .button = Rätta
facts-correct-title = Rätta: { $kind }
facts-end = Avsluta uppgiften
    .bar = avsluta
    .button = Avsluta
facts-withdraw = Ta tillbaka uppgiften
    .button = Ta tillbaka

## Ny uppgift

new-fact = Ny uppgift
    .bar = ny uppgift
    .button = Ny uppgift
new-fact-kind = Slag av uppgift
new-fact-kind-hint = skriv för att söka, ↑↓ och Enter väljer
new-fact-other-kind = Välj ett annat slag
new-fact-choose = välj
new-fact-amount-hint = kronor
new-fact-optional = kan lämnas tomt
new-fact-day = Dag
new-fact-from = Första dag
new-fact-from-hint = ÅÅÅÅ-MM-DD, tomt = från början
new-fact-until = Sista dag
new-fact-until-hint = ÅÅÅÅ-MM-DD, tomt = tills vidare
new-fact-source-hint = varifrån man vet det
new-fact-document = Handlingens datum
new-fact-person-hint = namn eller nummer
new-fact-ends = { $title } avslutas { $day }.
new-fact-splits = { $title } avslutas { $day } och gäller igen från { $again }.
new-fact-replaces = Ersätter { $title }, { $days }. Den gamla finns kvar i historiken.
kind-group-right = Rätt och mottagande
kind-group-living = Bosättning och vård
kind-group-responsible = Ansvar
kind-group-school = Skola
kind-group-family = Familj
kind-group-identity = Identitet och skydd
kind-group-other = Övrigt

end-fact-words = { $kind }: { $title }, { $days }. Ange sista dagen som den gäller.
end-fact-missing = Ange sista dagen.
end-fact-why = Källa eller skäl
withdraw-fact-words = { $kind }: { $title }, { $days }. Uppgiften har aldrig gällt. Den finns kvar i historiken, överstruken.

## Skyddade personer

closed-words = Namn, nummer, nämnd och uppgifter är dolda. Den som öppnar anger skäl; det loggas.
closed-open = Öppna, ange skäl
    .bar = öppna
    .button = Öppna, ange skäl
closed-ask = Personen visas i 15 minuter. Vem som öppnade, när och varför sparas i behandlingshistoriken.
closed-opened = Skyddade personuppgifter. Öppnad, stängs efter 15 minuter
closed-close = Stäng den skyddade personen
    .button = Stäng
closed-print = { $person }: Skyddade personuppgifter skrivs inte ut.

## Dubbletter

duplicates-title = Dubbletter
duplicates-none = Inga personer i registret ser ut att vara samma.
duplicates-count =
    { $count ->
        [one] En grupp av personer som kan vara samma
       *[other] { $count } grupper av personer som kan vara samma
    }
duplicates-reason = Skäl
duplicates-persons = Personer
duplicates-compare = Bredvid varandra
duplicates-one = Person
duplicates-other = Jämför med
duplicates-stands = { $person } står kvar
duplicates-same = lika
duplicates-merge = Slå samman personerna
    .bar = slå samman
    .button = Slå samman…
merge-title = Är det samma person?
merge-words = { $merged } ({ $merged-name }) slås samman med { $into } ({ $into-name }). { $into } står kvar. Båda id och alla uppgifter finns kvar, och sammanslagningen går att dela igen.
merge-reasons = Skäl: { $reasons }.
merge-action = Ja, slå samman { $merged } med { $into }
merge-done = { $merged } är nu { $into }.
merge-closed = Den som är skyddad jämförs inte här förrän personen är öppnad på sin egen sida. Är det säkert att det är samma person går det att slå samman med ett skäl.
merge-protects = Skyddet gäller sedan för båda. Skälet står i loggen.
