### Användare: det som kärnan säger om lösenord och nycklar.

password-added = Ditt lösenord fick du av { $by } den { $day }. Byt det: innan dess kan du inte skriva under något.
password-reset = { $by } gav dig ett nytt lösenord den { $day }, och en annan administratör hade begärt det. Var det inte du som bad om det, säg till nu. Byt det: innan dess kan du inte skriva under något.
password-recovered = Återställningskoden användes för din användare den { $day }. Var det inte du, säg till nu. Byt lösenordet så att bara du har det; det som du har skrivit under sedan dess granskas.
key-changed-note = Databasen är stängd. Säkerhetskopior från tiden före öppnas med den tidens lösenord: förvara eller förstör dem därefter.
