### Vad som ska komma, vad som kom och vad som saknas.

expected-settled = Hela beloppet kom i tid.
    .short = kom
expected-settled-late = Hela beloppet kom, { $days ->
    [one] en dag
   *[other] { $days } dagar
} efter den dag då det skulle ha kommit.
expected-not-yet-due = Dagen då det ska komma har inte passerat.
    .short = väntas
expected-not-decided = Det ska sökas, och inget är beslutat än.
    .short = inte beslutat
expected-list-unread = Dagen har passerat, men listan är inte inläst. Läs in månadens lista; först då syns om beloppet kom.
    .short = listan är inte inläst
expected-missing = Dagen har passerat och inget har kommit. Anmäl { $missing } till Migrationsverket, eller leta bland raderna på observationskontot.
    .short = saknas
expected-missing-may-be = Dagen har passerat, men pengarna kan finnas här: en rad utan person liknar beloppet. Matcha den först om den är personens; annars anmäl till Migrationsverket.
expected-missing-held = Migrationsverket känner till felet. Vänta; raden anmäls inte förrän felet är avslutat.
expected-waiting-lists =
    { $count ->
        [one] En inläst lista är inte intagen. Ta in den först: det som saknas kan stå i den.
       *[other] { $count } inlästa listor är inte intagna. Ta in dem först: det som saknas kan stå i dem.
    }
expected-unread = Listan för { $month } är inte inläst: { $name }, { $amount }.
expected-unread-late = Listan för { $month } är inte inläst fem arbetsdagar efter utbetalningen { $day }: { $name }, { $amount }. Hämta och läs in den.
expected-unread-all = { $amount } väntas med listor som inte är inlästa. Beloppen räknas inte som saknade förrän listan är inläst.
expected-unread-all-late = { $amount } väntas med listor som inte är inlästa; { $late } av dem skulle ha varit inlästa nu. Hämta listorna och läs in dem, så syns vad som saknas.
expected-unchecked = { $amount } räknas inte: beloppen är inte kontrollerade.
expected-unknown =
    { $count ->
        [one] För en person är inget belopp känt.
       *[other] För { $count } personer är inget belopp känt.
    }
expected-granted-not-paid = Beloppet är beviljat och skulle ha betalats, men inget har kommit. Fråga Migrationsverket om betalningen.
    .short = beviljat, inte betalt
expected-estimated = Beloppet är en uppskattning, för ingen har kontrollerat det för den dagen. Skillnaden anmäls inte.
    .short = uppskattat
expected-short = Mindre kom än som skulle: { $missing } fattas av { $expected }.
    .short = för lite
expected-short-days = Mindre kom än som skulle: { $missing } fattas av { $expected }. Ingen rad gäller { $uncovered }.
expected-extra = Mer kom än som skulle: { $much } för mycket. Kontrollera uppgifterna; är de rätta kan pengarna återkrävas.
    .short = för mycket
expected-taken-back = Beloppet kom, och { $taken } har tagits tillbaka genom ett återkrav. Kontrollera skälet i beslutet.
    .short = återkrävt
expected-taken-back-short = { $taken } har tagits tillbaka genom ett återkrav, och { $missing } har aldrig kommit.
expected-wrong-period = Beloppet kom, men för andra dagar än det gäller. Kontrollera perioden i beslutet.
    .short = fel period
expected-unexpected = Betalning som inte var förväntad. Kontrollera personens uppgifter.
    .short = oväntat
expected-cause-other-municipality = En annan kommun har rätt till beloppet.
expected-cause-wrong-value = Beloppet är det som gäller en annan ålder eller ett annat år.
expected-cause-as-granted = Beloppet är det beviljade. Begär omprövning eller överklaga om det är fel.
expected-cause-not-yet-entitled = Raden gäller tid innan rätten började.
expected-cause-no-longer-entitled = Raden gäller tid efter att rätten upphörde.
expected-cause-not-entitled = Av uppgifterna här följer ingen rätt till ersättningen den tiden. Kontrollera att rättslig grund, mottagande och folkbokföring är inlagda.
expected-cause-clawback-without-payment = Återkravet gäller ett belopp som inte har betalats ut hit.
expected-cause-clawback-positive = Koden är ett återkrav, men beloppet är positivt.
expected-other-municipality = En annan kommun har rätt till beloppet.

expected-change-added = { $after } väntas nu, och väntades inte då.
expected-change-removed = { $before } väntades då, och väntas inte längre.
expected-change-amount = { $before } väntades då, och { $after } nu.
expected-change-due = Skulle komma { $before } då, och { $after } nu.
expected-change-municipality = { $before } hade rätt till beloppet då, och { $after } har det nu.

decided-as-expected = som väntat
decided-differs = annat belopp
decided-not-in-decision = saknas i beslutet
decided-not-expected = inte väntat
decided-month-of-nothing = Inget väntas och inget är beslutat för utbetalningen i { $month }. Välj en annan månad, eller kontrollera personernas uppgifter.
decided-month-without-expectations = Inget väntas i { $month }, men det finns beslut för den utbetalningen. Kontrollera beslutens dag och period, och personernas uppgifter.
decided-month-without-decisions = Inget beslut är inlagt för utbetalningen i { $month }. Läs in beslutet först; då syns vem som saknas i det.

missing-print-title = Uteblivna ersättningar
missing-print-subject = som det ser ut { $day }
missing-print-as-of = Läget den
missing-print-sum = Saknas sammanlagt
missing-print-nothing = Inget saknas.
missing-print-protected = { $count ->
    [one] En rad om { $amount } gäller en person med skyddade uppgifter och är utelämnad. Anmäl den på säkert sätt.
   *[other] { $count } rader om tillsammans { $amount } gäller personer med skyddade uppgifter och är utelämnade. Anmäl dem på säkert sätt.
}
missing-print-words = Enligt kommunens uppgifter har ersättningarna nedan inte betalats ut, eller betalats ut med annat belopp än de ska. Kommunen ber er kontrollera raderna och betala det som saknas, eller meddela varför beloppet är ett annat.
missing-print-to = Till
missing-print-agency = Migrationsverket
missing-print-from = Från
missing-print-contact = Kontakt
missing-print-address = Adress
missing-print-reference = Vår referens
missing-print-number = Dossier- eller personnummer
missing-print-compensation = Ersättning
missing-print-section = Lagrum
missing-print-signature = För kommunen
missing-print-name = Namnförtydligande
missing-print-date = Datum
missing-print-sheet = Uteblivna ersättningar
missing-print-note = Att veta
missing-print-days = Avser
missing-print-due = Skulle ha kommit
missing-print-expected = Förväntat
missing-print-paid = Utbetalt
missing-print-missing = Saknas
missing-print-too-much = För mycket
missing-print-taken = Återkrävt
