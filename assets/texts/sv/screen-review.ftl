### Granska: rader med anmärkningar, beslut, bankens belopp.

list-title = Inbetalning { $date }
list-title-read = Inbetalning, inläst { $date }
list-saved = Varje beslut är sparat
rows =
    { $rows ->
        [one] 1 rad
       *[other] { $rows } rader
    }
command-protocol = Skriv granskningsprotokoll
    .bar = protokoll
    .button = Skriv protokoll
review-protocol-title = Spara granskningsprotokollet
review-protocol-kind = PDF
review-protocol-file = granskningsprotokoll-{ $date }
command-discard = Kasta utkastet
    .button = Kasta utkastet
discard-title = Kasta utkastet
discard-words = Raderna och besluten om dem tas bort. Inget har blivit betalningar, och filen kan läsas in igen.
discard-act = Kasta
command-reverse = Återför listan
    .button = Återför listan
reverse-title = Återför listan
reverse-words = Motposter skrivs för allt som listan har lett till. Är den överförd till ekonomisystemet skapas en rättande bokföringsorder. Inget tas bort, och filen kan läsas in igen.
reverse-act = Återför

## Summorna

total-file = Filen
total-taken = Tas in
total-readable = { $readable } av { $rows } belopp läsbara
total-in-file = filen { $amount }
total-bank = Banken { $date }
total-difference = Differens
cause-unread =
    { $rows ->
        [one] 1 oläsligt
       *[other] { $rows } oläsliga
    }
cause-warnings =
    { $rows ->
        [one] 1 varning
       *[other] { $rows } varningar
    }
parts-label = Hur långt raderna har kommit
part-taken =
    { $rows ->
        [one] tas in, 1 rad
       *[other] tas in, { $rows } rader
    }
part-parked =
    { $rows ->
        [one] parkerat, 1 rad
       *[other] parkerat, { $rows } rader
    }
part-left =
    { $rows ->
        [one] kvar, 1 rad
       *[other] kvar, { $rows } rader
    }
bank-give = Ange
bank-change = Ändra
bank-title = Bankens belopp
bank-label = Banken krediterade
bank-advice = Beloppet på kontoutdraget. Lämna tomt om det inte är känt än.
bank-reason = Varför det skiljer
bank-reason-advice = Skillnaden ligger kvar på observationskontot tills den är utredd. Skriv inga namn eller nummer: skälet sparas i behandlingshistoriken.
bank-act = Spara beloppet
kronor = kronor
amount-unreadable = Skriv beloppet i kronor med högst två decimaler.
commit-title = Ta in listan
commit-words =
    { $rows ->
        [one] 1 rad, { $amount }, blir betalning.
       *[other] { $rows } rader, { $amount }, blir betalningar.
    } Parkerade rader väntar och kan tas in senare.
commit-act = Ta in och matcha
commit-advice = Beloppet på kontoutdraget.
commit-amount-missing = Ange beloppet, eller välj att ta in utan det.
commit-without = Ta in utan bankens belopp

## Raderna

filters-label = Visa rader
filter-all = Alla
filter-open = Kvar
filter-errors = Fel
filter-warnings = Varningar
filter-corrected = Rättade
filter-parked = Parkerade
filter-accepted = Godtagna
filter-clean = Utan anmärkning
review-rows = Rader att granska
review-empty = Inga rader av det slaget.
nothing-left =
    { $rows ->
        [one] Inga anmärkningar kvar. 1 rad, { $amount }.
       *[other] Inga anmärkningar kvar. { $rows } rader, { $amount }.
    }
finding-row = rad
finding-column = kol { $column }
finding-at-row = Rad { $line }
row-open = Kvar
row-clean = Utan anmärkning
row-corrected = Rättad
row-parked = Parkerad
row-accepted = Godtagen
row-missing = saknas
row-unreadable = går inte att läsa
row-title = Rad { $line }
row-title-column = Rad { $line }, kolumn { $column } { $name }
row-place = { $at } av { $of }
row-trace = Följ raden till verifikationen
do-this = Gör så här:
proposal = Förslag
correction-agrees = Raden blir utan fel.
correct-a-field = Rätta ett fält…
correct-another = Rätta ett fält till…
errors-not-acceptable = Fel kan inte godtas, bara varningar.
written-is-kept = Filens värde sparas bredvid det rättade.
undo-row = Ångra beslutet
decision-correct = Rättad { $at } av { $actor }
decision-park = Parkerad { $at } av { $actor }
decision-accept = Godtagen { $at } av { $actor }
decision-undo = Ångrad { $at } av { $actor }
list-findings = Om filen som helhet
bulk-park = Parkera
bulk-accept = Godta
bulk-park-words = { $marked } av { $of } rader, { $sum }. Parkera?
bulk-accept-words = { $marked } av { $of } rader, { $sum }. Godta?

## Okänd ersättningskod

code-add = Lägg till koden { $code }
code-compensation = Ersättning
code-unmapped = Vet inte än (ännu inte kopplad till någon ersättning)
code-text = Benämning
code-clawback = Återkrav
code-person-bound = Gäller en person
code-add-act = Lägg till koden

## Kommandon

command-next = Nästa rad som är kvar
    .bar = nästa kvar
command-correct = Rätta raden
    .bar = rätta som föreslaget
    .button = Rätta
command-edit = Ändra värdet
    .bar = ändra värdet
command-park = Parkera raden
    .bar = parkera
    .button = Parkera
command-accept = Godta varningen
    .bar = godta varning
    .button = Godta
command-mark = Markera raden
    .bar = markera
command-undo = Ångra det senaste beslutet
    .bar = ångra
command-to-match = Ta in listan och gå till Matcha
    .bar = till Matcha
    .button = Till Matcha
command-to-lists = Tillbaka till listorna
