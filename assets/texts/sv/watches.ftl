### Bevakningar: vad som ska göras om någon, och när.

watch-responsibility = Anmäl ändrat ansvar till Migrationsverket
watch-confirm-responsibility = Bekräfta fortsatt ansvar till Migrationsverket, senast tre veckor före 18 år
watch-turns-18 = Fyller 18 år: dygnsschablonen för barn upphör
watch-care-evidence-18 = Fyller 18 år: spara underlag för att vården påbörjades före 18 år
watch-turns-20 = Fyller 20 år: kontrollera studier och studiehjälp
watch-turns-21 = Fyller 21 år: ersättningen för unga upphör
watch-last-instalment = Kontrollera att sista delen av tvåårsschablonen har betalats
watch-first-claim = Sista dag för den första ansökan, tre år från mottagandet
watch-permit-ends-soon = Tillståndet går snart ut: påminn om ny ansökan
watch-permit-ends = Tillståndet går ut: skriv in det nya tillståndet eller ansökan
watch-temporary-protection-ends-soon = Tillfälligt skydd går snart ut: påminn om förlängning
watch-temporary-protection-ends = Tillfälligt skydd går ut: skriv in förlängningen
watch-coverage-ended = Mottagandelagen omfattar inte längre personen: skriv in sista dagen
watch-settled-unregistered = Mottagen för bosättning men inte folkbokförd: kontrollera folkbokföringen
watch-hiding = Håller sig undan verkställighet: anmäl till Migrationsverket
watch-inhibition-ends = Inhibitionen upphör snart: ta reda på vad som gäller sedan
watch-age-limit = Når åldersgränsen: tvåårsschablonen blir lägre
watch-national-number-missing = Person- eller samordningsnummer saknas
watch-hole = Dagar utan uppgift: { $kind } från { $day }
watch-later = Enligt en annan text senast { $day }
