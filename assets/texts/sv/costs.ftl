# Kostnader som kommunen har haft.

error-no-such-cost = Kostnaden finns inte. Se dess id i listan över kostnader.
error-cost-needs-person = Ange vem kostnaden gäller.
error-cost-person-twice = { $person } står redan i kostnaden. Skriv varje person en gång.
error-cost-not-on-application = { $compensation } söks inte av kommunen. Välj en ersättning som söks.
error-cost-two-rules = Reglerna ändras { $day }, mitt i perioden. Dela kostnaden i en till och med dagen före och en från den dagen.
error-cost-fee-too-large = Avgiften är större än kostnaden. Kontrollera båda beloppen.
error-cost-shares-sum = Delarna blir { $sum } kronor tillsammans, och kostnaden är { $amount }. Rätta en av dem.
error-cost-there-is-one = Kostnaden verkar redan finnas: { $amount } kronor för { $from } till { $until }, med id { $cost }. Är det en annan kostnad, skriv varför.
error-cost-corrected = Kostnaden är redan rättad. Utgå från den som gäller nu, med id { $cost }.
error-cost-withdrawn = Kostnaden är återtagen. Lägg in den på nytt om den ska gälla.
error-cost-claimed = Kostnaden söks i en ansökan som är godkänd eller inskickad ({ $claim }). Är den bara godkänd, lämna tillbaka den först; det som är inskickat rättas hos Migrationsverket.
