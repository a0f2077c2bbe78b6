### Läsloggen: vad som har lästs, och vad ett urval är draget ur.

log-kind-page = Sida
log-kind-explanation = Förklaring eller spår
log-kind-document = Dokument
log-kind-print = Utskrift
log-kind-export = Export
log-terms-from = från { $value }
log-terms-until = till { $value }
log-terms-user = läst av { $value }
log-terms-person = om { $value }
log-terms-board = nämnd { $value }
log-terms-protected = bara skyddade
log-terms-off-hours = nätter och helger
log-terms-all = slumpvis ur hela loggen
