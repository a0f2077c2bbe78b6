### Inlämningskoll och sista ansökningsdagar: ord som kärnan sätter ihop.

claim-period-quarter = Kvartal { $quarter } { $year }
claim-period-year = År { $year }
claim-period-days = { $from } – { $until }

## Påminnelsen till en enhet

intake-letter-head =
    Till: { $to }
    Ämne: { $subject }
intake-letter-to = Till
intake-letter-title = Påminnelse
intake-letter-subject = Underlag för ersättning från Migrationsverket, { $city }
intake-letter-greeting = Hej { $unit }!
intake-letter-missing = { $city } söker ersättning från Migrationsverket för kostnader som enheterna har haft. Vi har ännu inte fått ert underlag för:
intake-letter-period = { $period }. Vi behöver det senast { $inner }. Ansökan ska ha kommit in till Migrationsverket senast { $last_day }.
intake-letter-late = { $period }. Vi skulle ha haft det senast { $inner }, och behöver det nu. Ansökan ska ha kommit in till Migrationsverket senast { $last_day }.
intake-letter-nothing = Det som söks för sent betalar staten inte. Om ni inte har haft några sådana kostnader: svara att det inte finns något att söka, så stryker vi raden.
intake-letter-secret = Skriv inga personuppgifter i svaret på det här brevet. Lämna underlaget på det sätt som kommunen använder för sekretess.
intake-letter-ending =
    Med vänlig hälsning
    { $sender }
