### Skärmen: säkerhetskopior.

backup-make = Gör en säkerhetskopia nu
backup-restoration-waits = Databasen är inläst från en säkerhetskopia. Ange det sista ordernumret på papper med atersok-cli restore answer --last-order NUMMER. Tills dess kan inget fördelas eller bokföras.
