### Fälten i en utbetalningslista och ett register, och förslagens skäl.

field-payment-date = Utbetalningsdatum
field-decision-date = Beslutsdatum
field-case-number = Ärendenummer
field-payment-code = Ersättningskod
field-compensation-text = Ersättningstyp
field-dossier-number = Dossiernummer
field-personal-number = Personnummer
field-family-name = Efternamn
field-given-name = Förnamn
field-period-from = Period från
field-period-until = Period till
field-days = Antal dygn
field-amount = Belopp
field-compensation = Ersättning
field-period = Period
field-fee = Egenavgift
field-voucher = Verifikation
field-item = Sak
field-vat = Moms
field-currency = Valuta
field-board-name = Nämnd
field-board-from = Nämnden gäller från

proposal-letters-for-digits = Bokstaven O läst som 0, l som 1.
proposal-comma-and-point = Det sista tecknet läst som decimaltecken.
proposal-leading-zeros-restored = Inledande nollor tillagda.
proposal-cells-merged = Två fält lästa som ett, eftersom avgränsningstecknet stod i texten.
proposal-period-swapped = Första och sista dag har bytt plats.
proposal-year-corrected = Samma dag, men ett år som stämmer med resten.
proposal-invisible-left-out = Samma text utan tecknet som inte syns.
proposal-difference-to-earlier = Bara skillnaden mot det som redan är betalt.
