# What may be claimed and is not.
candidate-reason = Får sökas enligt { $law } och är inte sökt.
candidate-reason-cost = Insatsen ger rätt enligt { $law }, men ingen kostnad är registrerad.
candidate-not-computed = Programmet räknar inte ut ersättningen. Den söks med egen beräkning.
candidate-lacks-cost = Kostnaden är inte registrerad. Skriv in den eller läs in underlaget under Kostnader.
candidate-lacks-number = Varken dossiernummer eller fullständigt personnummer är känt. Skriv in ett på personen.
candidate-lacks-reception = Sista dag räknas från mottagandet, som inte är känt.
candidate-lacks-lump-sum = Schablonen för samma dagar har inte kommit. Migrationsverket betalar den först.
candidate-lacks-voucher = En kostnad saknar verifikationsnummer.
candidate-lacks-unit = Ingen nämnd ansvarar för personen. Skriv in ansvarig nämnd.
candidate-lacks-open-question = Beloppet hänger på en fråga som författningen lämnar öppen.
