# What may be claimed and is not.
candidate-reason = Får sökas enligt { $law } och är inte sökt.
candidate-reason-cost = Insatsen ger rätt enligt { $law }, men ingen kostnad är registrerad.
escalation-subject = Pengar i riskzonen: { $count ->
    [0] inget inom { $days } dagar
    [one] 1 post inom { $days } dagar, { $sum } kronor
   *[other] { $count } poster inom { $days } dagar, { $sum } kronor
}
escalation-text = Det här kan kommunen söka hos Migrationsverket, och den sista ansökningsdagen är inom { $days } dagar räknat från { $day }. Pengarna är förlorade dagen efter den sista dagen.
escalation-line = – { $day }: { $unit }, { $compensation } ({ $code }), { $period }: { $count ->
    [one] 1 post, { $sum } kronor
   *[other] { $count } poster, { $sum } kronor
}
escalation-no-unit = Utan enhet
escalation-nothing = Inget har sin sista ansökningsdag inom { $days } dagar räknat från { $day }.
escalation-ending = Vilka personer det gäller står i Återsök, under Att söka. Skriv inga personuppgifter i svaret.
candidate-not-computed = Programmet räknar inte ut ersättningen. Den söks med egen beräkning.
candidate-lacks-cost = Kostnaden är inte registrerad. Skriv in den eller läs in underlaget under Kostnader.
candidate-lacks-number = Varken dossiernummer eller fullständigt personnummer är känt. Skriv in ett på personen.
candidate-lacks-reception = Sista dag räknas från mottagandet, som inte är känt.
candidate-lacks-lump-sum = Schablonen för samma dagar har inte kommit. Migrationsverket betalar den först.
candidate-lacks-voucher = En kostnad saknar verifikationsnummer.
candidate-lacks-unit = Ingen nämnd ansvarar för personen. Skriv in ansvarig nämnd.
candidate-lacks-open-question = Beloppet hänger på en fråga som författningen lämnar öppen.
