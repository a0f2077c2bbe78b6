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
expected-missing = Dagen har passerat och inget har kommit. Anmäl { $missing } till Migrationsverket, eller leta bland raderna på observationskontot.
    .short = saknas
expected-missing-may-be = Dagen har passerat, men pengarna kan finnas här: en rad utan person liknar beloppet. Matcha den först om den är personens; annars anmäl till Migrationsverket.
expected-missing-held = Migrationsverket känner till felet. Vänta; raden anmäls inte förrän felet är avslutat.
expected-waiting-lists =
    { $count ->
        [one] En inläst lista är inte intagen. Ta in den först: det som saknas kan stå i den.
       *[other] { $count } inlästa listor är inte intagna. Ta in dem först: det som saknas kan stå i dem.
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
expected-unexpected = En betalning som inget svarar mot.
    .short = oväntat
expected-cause-other-municipality = En annan kommun har rätt till beloppet.
expected-cause-wrong-value = Beloppet är det som gäller en annan ålder eller ett annat år.
expected-cause-as-granted = Så är det beslutat; vänd er mot beslutet.
expected-cause-not-yet-entitled = Raden gäller tid innan rätten började.
expected-cause-no-longer-entitled = Raden gäller tid efter att rätten upphörde.
expected-cause-not-entitled = Av uppgifterna här följer ingen rätt till ersättningen den tiden. Kontrollera att rättslig grund, mottagande och folkbokföring är inlagda.
expected-cause-clawback-without-payment = Ett återkrav av något som aldrig kom.
expected-cause-clawback-positive = Koden är ett återkrav, men beloppet är positivt.
expected-other-municipality = En annan kommun har rätt till beloppet.

expected-change-added = { $after } väntas nu, och väntades inte då.
expected-change-removed = { $before } väntades då, och väntas inte längre.
expected-change-amount = { $before } väntades då, och { $after } nu.
expected-change-due = Skulle komma { $before } då, och { $after } nu.
expected-change-municipality = { $before } hade rätt till beloppet då, och { $after } har det nu.

missing-print-title = Uteblivna ersättningar
missing-print-subject = som det ser ut { $day }
missing-print-as-of = Läget den
missing-print-sum = Saknas sammanlagt
missing-print-nothing = Inget saknas.
missing-print-protected = { $count ->
    [one] En rad om { $amount } gäller en person med skyddade uppgifter och är utelämnad. Anmäl den på säkert sätt.
   *[other] { $count } rader om tillsammans { $amount } gäller personer med skyddade uppgifter och är utelämnade. Anmäl dem på säkert sätt.
}
missing-print-dossier = Dossiernummer
missing-print-days = Avser
missing-print-due = Skulle ha kommit
missing-print-expected = Ska
missing-print-paid = Kom
missing-print-missing = Saknas
