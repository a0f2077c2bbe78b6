### Förklaringar som sparas med sina belopp, verifikationernas texter och skäl i ord.

explain-share = { $cost-centre } får { $percent } % av { $row-amount }: { $uncut } nedåt till { $rounded }.
explain-share-whole = { $cost-centre } får { $percent } % av { $row-amount }, alltså { $rounded }.
explain-remainder = Dessutom { $remainder } som avrundningen lämnade, enligt nyckeln.
explain-board-period-end = Personens nämnd den { $day }, periodens sista dag.
explain-board-payment-date = Personens nämnd den { $day }, utbetalningsdagen, eftersom raden saknar period.
explain-key = Nyckel { $decision }, gäller från { $day }.
explain-key-example = Nyckel { $decision } (exempel), gäller från { $day }.
explain-key-no-original = Den återkrävda betalningen hittades inte; nyckel { $decision }, gäller från { $day }.
explain-key-example-no-original = Den återkrävda betalningen hittades inte; nyckel { $decision } (exempel), gäller från { $day }.
explain-original = Samma andelar som den återkrävda betalningen på rad { $line } i { $file }.

voucher-payment = Inbetalning statsbidrag { $month }
voucher-distribution = Fördelning statsbidrag { $month }
voucher-clawback = Återkrav statsbidrag { $month }
voucher-distribution-corrected = Rättelse av fördelning statsbidrag { $month }
voucher-clawback-corrected = Rättelse av återkrav statsbidrag { $month }
voucher-payment-reversed = Återföring av { $order }, inbetalning { $month }
voucher-distribution-reversed = Återföring av { $order }, fördelning { $month }
voucher-clawback-reversed = Återföring av { $order }, återkrav { $month }
voucher-receivable = fordran enligt bokslutsverifikation { $voucher }

match-both-numbers = Dossiernummer lika; personnummer lika
    .short = båda numren
match-dossier-number = Dossiernummer lika; personnummer saknas på raden
    .short = dossiernummer
match-dossier-number-only = Dossiernummer lika; personnumret finns inte i registret
    .short = bara dossiernummer
match-national-number = Personnummer lika; dossiernummer saknas på raden
    .short = personnummer
match-national-number-only = Personnummer lika; dossiernumret finns inte i registret
    .short = bara personnummer
match-not-person-bound = Ersättningen gäller ingen person
    .short = gäller ingen person
match-manual = Vald av handläggare
    .short = vald för hand
match-undone = Matchningen är ångrad
    .short = ångrad
match-reopened = Det som matchningen vilade på har ändrats i personkretsen. Matcha listan igen.
    .short = öppnad igen
match-unknown-person = Inget nummer på raden finns i registret. Lägg till i personkretsen.
    .short = okänd person
match-conflicting-numbers = Numren på raden pekar på olika personer
    .short = numren går isär

suspense-not-matched = Raden är inte matchad
suspense-code-unmapped = Ersättningskoden är inte kopplad till någon ersättning
suspense-no-key = Ingen fördelningsnyckel gäller på utbetalningsdagen
suspense-not-in-key = Fördelningsnyckeln saknar ersättningen
suspense-no-board = Personens nämnd är inte känd på dagen

suspense-kind-unmatched = Ej matchad
suspense-kind-disputed = Omtvistad
suspense-kind-without-board-or-key = Utan nämnd eller nyckel
suspense-kind-not-distributed = Inte fördelat
suspense-kind-parked = Parkerad
suspense-kind-bank-difference = Differens mot banken
suspense-kind-not-handed-over = Fördelat, inte överfört
suspense-todo-match = Matcha raden, eller lägg till personen i personkretsen.
suspense-todo-settle-person = Ta reda på vem raden gäller och välj personen i Matcha.
suspense-todo-enter-board = Ange personens nämnd, och fördela månaden igen.
suspense-todo-map-code = Koppla ersättningskoden till en ersättning i Inställningar, och fördela månaden igen.
suspense-todo-add-to-key = Lägg ersättningen i en fördelningsnyckel som gäller på utbetalningsdagen, och fördela månaden igen.
suspense-todo-distribute = Matcha listan och fördela månaden.
suspense-todo-settle-row = Rätta eller godta den parkerade raden i Granska.
suspense-todo-ask-bank = Fråga Migrationsverket om skillnaden mot banken, och ange rätt bankbelopp.
suspense-todo-hand-over = Skapa bokföringsordern och för över den.

wrong-cause-board = Personens nämnd har ändrats.
wrong-cause-identity = Raden gäller en annan person än när den fördelades.
wrong-cause-original = Betalningen som återkrävs är fördelad på annat sätt nu.
wrong-remedy-correct = Gör en rättelse: den flyttar bara skillnaden.
wrong-remedy-take-back = Inget är överfört: ta tillbaka körningen och fördela månaden igen.
