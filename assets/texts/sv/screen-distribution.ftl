### Fördelning: månader, körningar, förklaringar, besked.

section-distribution = Fördelning

## Sidorna

runs-page-months = Månader
    .command = Gå till månaderna
    .found = fördela körningar utkast
runs-page-wrong = Fel nämnd
    .command = Gå till det som är fördelat till fel nämnd
    .found = rättelse flyttat byte av nämnd
runs-page-suspense = Observationskonto
    .command = Gå till observationskontot
    .found = 2898 saldo avstämning månadsskifte omatchat parkerat

## Månader och körningar

runs-place = Månader med utbetalningar att fördela, och körningarna som har gjorts
runs-first = Körning { $number }
runs-supplement = Tilläggskörning { $number }
runs-kind-reversal = Återföring, körning { $number }
runs-kind-taking-back = Tillbakatagande, körning { $number }
runs-kind-correction = Rättelse, körning { $number }
runs-free = Att fördela
runs-column-run = Körning
runs-column-rows = Rader och tid
runs-column-amount = Belopp
runs-column-suspense = Observationskonto
runs-column-state = Läge
runs-ready = { $ready } av { $all } matchade
runs-state-ready = Redo att fördela
runs-state-unmatched = Väntar på matchning
runs-state-draft = Utkast
runs-state-unbooked = Låst, väntar på bokföringsorder
runs-state-rest-unbooked = Överförd, en del väntar på bokföringsorder
runs-state-locked = Låst, inget kvar att bokföra
runs-state-handed-over = Överförd
runs-state-taken-back = Tillbakatagen
runs-open = Öppna körningen, utkastet eller månaden
    .bar = öppna
runs-run = Fördela månaden
    .bar = fördela
runs-draft = Fördela månaden som utkast
    .bar = utkast
    .button = Fördela som utkast
runs-draft-row = Inget är låst
runs-run-month = Fördela { $month }
runs-empty = Inget att fördela. Läs in en utbetalningslista, granska den och matcha raderna först.
runs-empty-month = Inget att fördela i { $month }: inga inbetalningar väntar, och inga körningar är gjorda.
runs-empty-way = Till Inbetalningar

## En körning

runs-title = Fördelning { $month }
runs-title-other = Fördelning { $month }: { $run }
runs-paid-on = (utbetald { $day })
runs-key = Nyckel
runs-key-from = , gäller från { $day }
runs-made = Beräknad { $at }
runs-in =
    { $rows ->
        [one] In, en rad
       *[other] In, { $shown } rader
    }
runs-out =
    { $boards ->
        [one] Ut, en nämnd
       *[other] Ut, { $boards } nämnder
    }
runs-suspense = Observationskonto { $account }
runs-remainders =
    { $rows ->
        [0] Öresdifferens
        [one] Öresdifferens i en rad
       *[other] Öresdifferens i { $rows } rader
    }
runs-bank-agrees = Differens 0,00, stämmer
runs-bank-differs = Differens { $amount } mot banken
runs-bank-credited = Banken krediterade { $amount } den { $day }
runs-bank-unknown = Bankens belopp är inte angivet för { $file }
runs-view-empty = Inget fördelades för { $month }. 0 matchade rader.
runs-saved = Sparad som { $run } för { $month }
runs-head-activity = Verksamhet
runs-head-compensation = Ersättning
runs-head-key = Nyckel (nämnd = personens)
runs-head-rows = Rader
runs-head-sum = Summa
runs-paid = Utbetalt
runs-clawback = Återkrav
runs-net = Fördelat
runs-cells = Gå mellan rutorna
    .bar = ruta
runs-explain = Förklara rutan
    .bar = förklara
runs-to-rows = Gå till utbetalningsraden
    .bar = utbetalningsraden
runs-ring = Gå till nästa öresdifferens
    .bar = nästa öresdifferens
runs-back = Tillbaka till månaderna

runs-compare = Jämför med förra månaden
    .bar = förra månaden
    .button = Förra månaden
runs-uncompare = Visa fördelningen igen
    .bar = fördelningen
    .button = Fördelningen
runs-compared = Jämfört med förra månaden, per nämnd och ersättning
runs-compared-empty = Inget är fördelat, varken den här månaden eller den förra.
runs-month-before = Förra månaden
runs-change = Förändring
runs-difference = Skillnad
runs-change-same = Lika
runs-change-new = Ny
runs-change-gone = Inget den här månaden
runs-change-more = Mer
runs-change-less = Mindre

## Utkast

runs-draft-title = Utkast { $month }
runs-draft-saved = Sparat som utkast för { $month }. Inget är låst.
runs-draft-in = In, rader att fördela
runs-draft-out = Ut, till nämnderna
runs-draft-changed = Något har ändrats sedan utkastet gjordes. Siffrorna här är de som gäller nu. Gör ett nytt utkast för att kunna låsa dem.
runs-lock = Lås utkastet
    .bar = lås
runs-renew = Gör ett nytt utkast
    .bar = nytt utkast
runs-discard = Kasta utkastet
    .bar = kasta
    .button = Kasta
runs-discard-words = Utkastet för { $month } kastas. Inget var låst, och månaden kan fördelas när som helst.

## Ta tillbaka en körning

runs-take-back = Ta tillbaka körningen
    .bar = ta tillbaka
    .button = Ta tillbaka
runs-take-back-title = Ta tillbaka { $run } i { $month }?
runs-take-back-words = Motsatta poster skrivs, och orsaken står kvar i historiken. Det här händer:
runs-take-back-no-order = Ingen bokföringsorder är skapad.
runs-take-back-orders =
    { $count ->
        [one] Bokföringsordern { $numbers } återkallas. Numret används inte igen.
       *[other] Bokföringsorderna { $numbers } återkallas. Numren används inte igen.
    }
runs-take-back-statements =
    { $count ->
        [one] Det utskrivna fördelningsbeskedet blir ogiltigt: { $boards }.
       *[other] { $count } utskrivna fördelningsbesked blir ogiltiga: { $boards }.
    }
runs-take-back-rows =
    { $rows ->
        [one] En rad blir fri att fördela igen. Matchningen står kvar.
       *[other] { $shown } rader blir fria att fördela igen. Matchningarna står kvar.
    }
runs-take-back-correction = De andelar som rättelsen ändrade gäller igen.
runs-taken-back = Körningen är tillbakatagen.
runs-again = Till { $month }
runs-opposite = Till de motsatta posterna
runs-withdrawn-orders = Gäller inte längre:
runs-void-statements =
    { $count ->
        [one] Fördelningsbeskedet till { $boards } är ogiltigt. Meddela nämnden.
       *[other] { $count } fördelningsbesked är ogiltiga: { $boards }. Meddela nämnderna.
    }

## Fördelat till fel nämnd

wrong-title = Fördelat till fel nämnd
wrong-place =
    { $count ->
        [0] Inget är fördelat till fel nämnd
        [one] En rad är fördelad efter uppgifter som inte längre gäller
       *[other] { $shown } rader är fördelade efter uppgifter som inte längre gäller
    }
wrong-empty = Allt som är fördelat stämmer med personkretsen som den är i dag.
wrong-person = Person
wrong-period = Period
wrong-compensation = Ersättning
wrong-amount = Belopp
wrong-cause = Varför
wrong-remedy = Gör så här
wrong-do-correct = Rätta
wrong-do-take-back = Ta tillbaka körningen
wrong-before = Nämnderna har
wrong-now = Nämnderna skulle ha
wrong-row = Rad
wrong-suspended = Raden går tillbaka till observationskontot: { $reason }
wrong-no-person = Utan person
wrong-month =
    { $rows ->
        [one] en rad, { $moved } flyttas
       *[other] { $shown } rader, { $moved } flyttas
    }
wrong-open = Läs om raden
    .bar = om raden
wrong-to-list = Tillbaka till listan
    .bar = listan
wrong-mark-all = Markera alla som kan rättas
    .bar = alla
wrong-correct = Gör en rättelse av de markerade raderna
    .bar = rätta
wrong-correct-count =
    { $count ->
        [0] Gör en rättelse
        [one] Rätta en rad
       *[other] Rätta { $shown } rader
    }
wrong-to-run = Gå till körningen
    .bar = körningen
    .button = Till körningen
wrong-to-person = Gå till personen
    .bar = personen
    .button = Till personen
wrong-corrected =
    { $rows ->
        [one] Rättelse, körning { $run } i { $month }: en rad.
       *[other] Rättelse, körning { $run } i { $month }: { $shown } rader.
    }
wrong-corrected-suspense = { $amount } gick tillbaka till observationskontot.
wrong-to-correction = Till rättelsen
wrong-saved = Rättelserna är sparade

## Observationskontot

observation-place =
    { $count ->
        [0] Inget ligger här den { $day }
        [one] En post den { $day }
       *[other] { $shown } poster den { $day }
    }
observation-balance = Saldo
observation-day = Per dag
observation-day-hint = ÅÅÅÅ-MM-DD
observation-days = Dagar att välja
observation-today = I dag
observation-kinds = Varför
observation-all = Allt
observation-kind = { $text } { $amount }
observation-empty = Inget ligger på observationskontot den dagen.
observation-column-reason = Varför
observation-column-since = Sedan
observation-column-age = Ålder
observation-column-owner = Hos
observation-column-from = Kommer från
observation-column-amount = Belopp
observation-column-todo = Gör så här
observation-age =
    { $days ->
        [one] en dag
       *[other] { $shown } dagar
    }
observation-run = Körningen
observation-read = Läs vad som ska göras
    .bar = om posten
observation-to-list = Tillbaka till listan
    .bar = listan
observation-go = Gå dit det görs
    .bar = gå dit
    .button = Gå dit det görs
observation-print = Skriv ut observationskontot
    .bar = skriv ut
    .button = Skriv ut
observation-print-file = observationskonto-{ $day }
observation-printed = Observationskontot är skrivet till { $path }

## Rader som inte kunde fördelas

runs-suspended = Rader på observationskontot
runs-suspended-heading =
    { $count ->
        [one] En rad ligger kvar på observationskontot
       *[other] { $shown } rader ligger kvar på observationskontot
    }
runs-row = { $file }, rad { $line }

## Förklaringen av en ruta

runs-explanation = Förklaring av vald ruta
runs-cell-of =
    { $rows ->
        [0] { $centre }
        [one] { $centre }, en rad
       *[other] { $centre }, { $rows } rader
    }
runs-cell-empty = Nämnden får inget av den här ersättningen.
runs-cell-sum = { $board }, alla rader
runs-no-person = utan person
runs-share-person = { $percent } % personens nämnd { $centre }
runs-share = { $percent } % { $board } { $centre }
runs-rounded = { $uncut } nedåt
runs-remainder = Öre som blir över
runs-reversal-share = Tar tillbaka det som fördelades tidigare. Spåret visar den posten.
runs-remainder-to = till { $centre } enligt nyckeln
runs-trace = spår

## Fördelningsbesked

runs-statement = Skriv fördelningsbesked för alla nämnder
    .bar = besked
runs-statement-heading = Fördelningsbesked
runs-statement-count = { $written } av { $boards } skrivna
runs-statement-words = Ett per nämnd, PDF och XLSX. Egna personer med dossiernummer i bilaga.
runs-statement-all =
    { $boards ->
        [one] Skriv beskedet
       *[other] Skriv alla { $boards }
    }
runs-statement-one = Endast { $centre }
runs-statement-folder = Välj mapp för fördelningsbeskeden
runs-statement-file = Spara fördelningsbesked
runs-statement-written =
    { $files ->
        [one] En fil skriven:
       *[other] { $files } filer skrivna i
    }

## Bokföringsorder av körningen

runs-order = Skapa bokföringsorder
    .bar = skapa bokföringsorder
runs-order-heading = Bokföringsorder
runs-order-create = Skapa { $number }
runs-nothing-unbooked = inget kvar att bokföra
runs-period = Period
runs-period-of = period { $period }
runs-postings =
    { $count ->
        [one] en rad
       *[other] { $count } rader
    }
runs-bank-booked = Banken är redan bokförd mot { $account }.
runs-bank-own = Bankens insättning bokförs av ordern, mot { $account }.
runs-to-accounts = Till Konton
runs-to-list = Till listan
runs-to-periods = Till Perioder
runs-choices = Datum och fordran…
runs-choices-title = Verifikationsdatum och fordran
runs-voucher-date = Verifikationsdatum
runs-voucher-date-words = Tomt: den sista utbetalningsdagen. Datumet ska ligga i perioden.
runs-receivables = Fordran från ett tidigare år
runs-receivables-words = Återkrav av ett tidigare år minskar årets intäkt. Fanns en fordran i bokslutet anges här verifikationen som tog upp den.
runs-receivable = Fordran { $number }
runs-receivable-voucher = Bokslutsverifikation
runs-receivable-add = Lägg till fordran
runs-receivable-remove = Ta bort fordran { $number }
runs-earlier-title = Perioder före räkenskapsåret
runs-earlier-settings = Ange fordringskonto
runs-earlier-income = Boka som årets intäkter
