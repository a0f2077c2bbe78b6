### Fördelning: månader, körningar, förklaringar, besked.

section-distribution = Fördelning

## Månader och körningar

runs-place = Månader med utbetalningar att fördela, och körningarna som har gjorts
runs-first = Körning { $number }
runs-supplement = Tilläggskörning { $number }
runs-reversal = Återföring, körning { $number }
runs-free = Att fördela
runs-column-run = Körning
runs-column-rows = Rader och tid
runs-column-amount = Belopp
runs-column-suspense = Observationskonto
runs-column-state = Läge
runs-ready = { $ready } av { $all } matchade
runs-state-ready = Redo att fördela
runs-state-unmatched = Väntar på matchning
runs-state-unbooked = Väntar på bokföringsorder
runs-state-booked = Inget kvar att bokföra
runs-open = Öppna körningen eller månaden
    .bar = öppna
runs-run = Fördela månaden
    .bar = fördela
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
