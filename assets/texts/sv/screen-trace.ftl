### Spår: från konteringsrad till rad i fil, och tillbaka.

trace-posting = Verifikation { $voucher }, rad { $posting }
trace-close = Till ordern
trace-back = Tillbaka
    .bar = tillbaka
trace-row-title = Spår av rad { $line }
trace-list = Utbetalningslistan
trace-rows = Rader i utbetalningslistor
trace-no-rows = Ingen rad.
trace-person = person { $person }
trace-no-person = utan person
trace-on = spår
trace-hidden = Ytterligare { $count } visas inte här.
trace-entries = Pengarnas händelser
trace-no-entries = Ingen post.
trace-entry = Post { $entry }
trace-corrects = , tar tillbaka post { $entry }
trace-kind-paid = Utbetalt
trace-kind-distributed = Fördelat
trace-kind-handed-over = Överfört
trace-kind-booked = Bokfört
trace-kind-cost = Kostnad
trace-kind-claimed = Sökt
trace-postings = Konteringsrader
trace-no-postings = Raden finns inte i någon bokföringsorder.
trace-posting-of = { $number }, verifikation { $voucher }, rad { $posting }
trace-closed = Raden gäller en person med skyddade uppgifter: nämnder och konteringar visas när personen har öppnats med skäl.
