file-too-large = Ce fichier est trop grand : au plus 20 Mo pour un classeur (64 Mo une fois décompressé), 8 Mo pour un texte.
# $most (Number) - rows
file-too-many-rows = Ce tableau a plus de { $most } lignes : partagez-le en plusieurs fichiers.
# $most (Number) - columns
file-too-many-columns = Ce tableau a plus de { $most } colonnes : gardez celles qui servent.
# $line (Number) - the row
file-too-much = Ce tableau contient trop de texte (ligne { $line }) : partagez-le en plusieurs fichiers.
# $cell (String) - its address
file-cell-too-long = La cellule { $cell } contient plus de 10 000 caractères : raccourcissez-la.
file-no-header = La première ligne doit nommer les colonnes : ajoutez-la.
# $header (String) - the header
file-duplicate-column = Deux colonnes s’appellent « { $header } » : renommez-en une.
# $line (Number) - the row
file-row-too-long = La ligne { $line } a plus de cellules que d’en-têtes : une virgule décimale a peut-être été prise pour un séparateur.
# $line (Number) - the line
file-open-quote = Un guillemet ouvert à la ligne { $line } n’est jamais fermé.
# $line (Number) - the line
file-not-text = La ligne { $line } n’est pas du texte : enregistrez le fichier en CSV UTF-8 ou en XLSX.
file-old-workbook = Ce classeur est ancien ou protégé : enregistrez-le en .xlsx sans mot de passe.
file-not-a-workbook = Ce fichier n’est pas un classeur, malgré son nom.
# $part (String) - which part
file-damaged = Le classeur est abîmé ({ $part }) : enregistrez-le à nouveau.
# $cell (String) - its address
file-error-cell = La cellule { $cell } contient une erreur de calcul : corrigez-la.
# $cell (String) - its address
file-uncalculated = La cellule { $cell } contient une formule jamais calculée : ouvrez le classeur et enregistrez-le.
