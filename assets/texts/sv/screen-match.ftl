### Matcha: vem varje betalning gäller.

match-rows = Betalningar att matcha
match-empty = Inga betalningar av det slaget.
match-not-yet = Listan är inte tagen in än. Granska den och ta in den först.
match-in-list = I listan
match-found = Person
match-reason = Skäl
match-board = Nämnd
match-matched = Matchad
match-unmatched = Omatchad
match-locked = Fördelad
match-locked-why = Betalningen är fördelad, så matchningen står fast. Återför listan om den är fel.
match-not-run = Inte prövad än.
match-compare = Raden i listan bredvid personen
match-open-person = Öppna personen
match-undo = Ångra matchningen
match-candidates = Andra som numren pekar på
match-find = Sök person
match-find-hint = namn eller nummer
match-find-more = { $shown } av { $total } visas. Skriv mer.
match-find-none = Ingen i personkretsen passar.
match-add = Lägg till i personkretsen
match-new-number = Ett nummer på raden finns inte i personkretsen. Läggs det till känns nästa betalning med numret igen, också om samma betalning kommer en gång till.
match-add-numbers = Lägg till numret
match-add-act = Lägg till och matcha
match-filter-all = Alla
match-filter-unmatched = Omatchade
match-filter-automatic = Av programmet
match-filter-manual = För hand
match-all-matched = Alla betalningar är matchade.
match-suspense =
    { $rows ->
        [one] 1 rad, { $amount }, stannar på observationskontot
       *[other] { $rows } rader, { $amount }, stannar på observationskontot
    }
match-birth-date = Födelsedatum
match-board-from = Från och med
match-board-from-hint = tomt: från början
command-bank-amount = Ange bankens belopp
    .found = differens banken
command-next-unmatched = Nästa omatchade
    .bar = nästa omatchade
command-find-person = Sök person till raden
    .bar = sök person
command-undo-match = Ångra den senaste matchningen
    .bar = ångra
command-match-again = Låt programmet matcha igen
    .bar = matcha igen
    .button = Matcha igen
command-to-distribution = Gå till Fördela
    .bar = till Fördela
    .button = Till Fördela
