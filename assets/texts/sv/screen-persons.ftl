### Personkrets: lista, person, register.

section-persons = Personkrets

## Listan

persons-count =
    { $count ->
        [one] En person
       *[other] { $shown } personer
    }
persons-find = Sök person
persons-find-hint = namn i valfri ordning, eller början av ett nummer
persons-name = Namn
persons-dossier = Dossiernummer
persons-dossier-hint = XX-XXXXXX
persons-number = Personnummer
persons-number-hint = tolv siffror, eller samordningsnummer
persons-born = Född
persons-centre = Ansvar
persons-board = Nämnd
persons-no-board = ingen nämnd
persons-id = Person-id
persons-id-hint = lämna tomt för nästa lediga
persons-family-name = Efternamn
persons-given-name = Förnamn
persons-board-from = Nämnden gäller från
persons-board-from-hint = ÅÅÅÅ-MM-DD, tomt = från början
persons-open = Öppna personen
    .bar = öppna
persons-add = Lägg till en person
    .bar = lägg till
    .button = Lägg till
persons-empty = Personkretsen är tom. Läs in registret, eller lägg till en person.
persons-nothing = Ingen person passar ”{ $words }”. Pröva ett annat namn eller ett nummer.

## Registret

persons-import = Läs in registret
    .bar = läs in registret
    .button = Läs in registret…
persons-import-files = Register
persons-imported = Inläst: { $added } nya, { $changed } ändrade, { $unchanged } oförändrade personer.
persons-not-imported =
    { $count ->
        [one] En anmärkning. Inget har ändrats i personkretsen.
       *[other] { $count } anmärkningar. Inget har ändrats i personkretsen.
    }
persons-import-day = Nya nämnder gäller från
persons-import-again = Läs in igen med den dagen
persons-import-close = Stäng

## En person

person-received = Mottagen
person-boards = Ansvarig nämnd
person-no-board = Ingen nämnd är angiven. Pengar för personen stannar på observationskontot.
person-span-always = från början
person-span-until = till och med { $until }
person-span-from = från { $from }
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
person-money = Pengar i huvudboken
person-no-money = Inga pengar är utbetalda eller fördelade för personen.
person-money-kind = Led
person-money-compensation = Ersättning
person-money-period = Period
person-money-amount = Belopp
person-money-row = Rad i lista
person-trace = Visa spåret av raden
    .bar = visa spåret
