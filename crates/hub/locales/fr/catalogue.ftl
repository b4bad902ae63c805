save = Enregistrer
search-button = Chercher
done = fait

catalogue-title = Catalogue
catalogue-hint = Chaque producteur tient son catalogue ; la coordination peut l’aider.
catalogue-references = Articles
catalogue-search = Nom ou code
catalogue-empty = Aucun article. Ajoutez-en un, ou importez un fichier.
export-as = Exporter :
reference-new = Nouvel article
reference-saved = L’article est enregistré. Les prochaines ventes le reprendront ainsi.
reference-name = Nom, tel que les magasins le lisent
reference-code = Code
reference-family = Famille
reference-choose-family = Choisissez une famille
reference-units = Unités
reference-order-unit = Commandé par
reference-pay-unit = Payé par
reference-measure-per-unit = Contenu moyen d’une unité commandée
reference-step = Commandé par multiples de
reference-units-hint = Un fromage de 2,4 kg se commande à la pièce et se paie au kilo : le contenu moyen est alors 2,4.
reference-content = Contenance (pour l’information)
reference-content-unit = Unité de la contenance
reference-price = Prix du producteur, hors TVA
reference-no-price = sans prix
reference-vat = TVA
reference-storage = Conservation
reference-origin = Origine
reference-certificates = Labels
reference-other-certificates = Autres labels, séparés par des virgules
reference-allergens = Allergènes
reference-container = Contenant consigné
reference-containers = Contenants par unité
reference-no-container = aucun
reference-stock = Stock
reference-cycle-stock = Quantité par vente
reference-second-choice = Second choix
reference-no-second-choice = aucun
reference-description = Description
reference-picture = Photo
reference-choose-picture = Photo (JPEG, PNG ou WebP)
reference-send-picture = Envoyer la photo
reference-withdraw-title = Offrir ou retirer
reference-withdraw = Retirer des prochaines ventes
reference-offer-again = Offrir à nouveau
reference-withdrawn = retiré
# $code (String) - the code
reference-code-taken = Le code { $code } désigne déjà un autre article de ce producteur : prenez-en un autre.
reference-own-second-choice = Un article n’est pas son propre second choix.
# $code (String) - the code
reference-unknown-second-choice = Aucun article ne porte le code { $code } : vérifiez le second choix.
reference-not-a-picture = Ce fichier n’est pas une photo lisible, ou elle est trop grande : envoyez un JPEG, un PNG ou un WebP de six millions de pixels au plus.
# $storage (String) - dry, cold or frozen
storage = { $storage ->
    [dry] sec
    [cold] froid
   *[frozen] surgelé
}
# $mode (String) - the mode's code
stock-mode = { $mode ->
    [on_demand] à la demande
    [on_hand] en stock
   *[per_cycle] par vente
}
stock-title = Stock
stock-hint = Ce qui reste à promettre, en plus de ce qui est déjà promis aux magasins.
stock-counted = Quantité comptée
stock-count = Inscrire
stock-below-promised = C’est moins que ce qui est déjà promis aux magasins.
stock-not-counted = Cet article n’a pas de stock à compter : choisissez d’abord « en stock ».
arrangements-title = Accords avec un magasin
arrangements-hint = Un prix convenu, ou un article réservé à d’autres. Vide et non coché : plus d’accord.
arrangement-shop = Magasin
arrangement-price = Prix convenu, hors TVA
arrangement-hide = Ne pas offrir à ce magasin
arrangement-hidden = non offert
arrangement-agree = Convenir
flaw-name-missing = Donnez un nom à l’article.
flaw-unknown-family = Choisissez une famille de la liste.
flaw-measure-of-same-unit = Commandé et payé dans la même unité, le contenu moyen est 1.
flaw-measure-not-positive = Le contenu moyen est supérieur à zéro.
flaw-step-not-positive = Le multiple de commande est supérieur à zéro.
flaw-price-too-high = Ce prix dépasse 10 000 € : vérifiez la virgule.
# $certificate (String) - its code
certificate = { $certificate ->
    [organic] bio
    [demeter] Demeter
    [nature_progres] Nature & Progrès
    [differentiated_quality] qualité différenciée
    [fair_producer] prix juste producteur
   *[protected_origin] AOP / IGP
}
# $allergen (String) - its code
allergen = { $allergen ->
    [gluten] gluten
    [crustaceans] crustacés
    [eggs] œufs
    [fish] poisson
    [peanuts] arachides
    [soy] soja
    [milk] lait
    [nuts] fruits à coque
    [celery] céleri
    [mustard] moutarde
    [sesame] sésame
    [sulphites] sulfites
    [lupin] lupin
   *[molluscs] mollusques
}

import-title = Importer un fichier
import-hint = Un tableau CSV ou XLSX, ou un catalogue DFC (JSON-LD). Vous verrez tout avant que rien ne soit enregistré.
import-file = Fichier
import-look = Voir ce qu’il contient
import-preview = Aperçu de l’import
import-no-file = Choisissez d’abord un fichier.
import-empty = Ce fichier ne contient aucun article.
# $count (Number) - faults
import-faulty = { $count ->
    [one] { $count } point est à corriger
   *[other] { $count } points sont à corriger
} : rien n’est enregistré. Corrigez le fichier, ou la lecture des colonnes.
# $count (Number) - faults
import-faults = { $count ->
    [one] { $count } point à corriger avant d’importer :
   *[other] { $count } points à corriger avant d’importer :
}
# $count (Number) - notes
import-notes = Remarques de lecture ({ $count })
# $product (String) - whose
# $remark (String) - what
import-note = { $product } : { $remark }
# $change (String) - new, changed or same
# $count (Number) - how many
import-count = { $change ->
    [new] { $count } à créer
    [changed] { $count } à modifier
   *[same] { $count ->
        [one] { $count } inchangé
       *[other] { $count } inchangés
    }
}
# $change (String) - new, changed or same
import-change = { $change ->
    [new] nouveau
    [changed] modifié
   *[same] inchangé
}
import-columns = Chaque colonne est lue comme
import-ignored = (ignorée)
import-usual-family = Famille des articles qui n’en ont pas
import-no-usual-family = (aucune)
import-without-foreign-prices = Laisser vides les prix en monnaie étrangère
import-read-again = Relire ainsi
# $count (Number) - articles
import-take-in = { $count ->
    [one] Importer { $count } article
   *[other] Importer les { $count } articles
}
# $count (Number) - articles
import-done = Import terminé : { $count ->
    [one] { $count } article créé ou modifié.
   *[other] { $count } articles créés ou modifiés.
}
# $line (Number) - the line
# $problem (String) - what is wrong
fault-on-line = Ligne { $line } : { $problem }
# $line (Number) - the line
# $column (String) - its header
# $value (String) - what stands there
# $problem (String) - what is wrong
fault-in-cell = Ligne { $line }, colonne « { $column } », « { $value } » : { $problem }
# $line (Number) - the line
# $name (String) - the article
# $problem (String) - what is wrong
fault-of-article-on-line = Ligne { $line }, { $name } : { $problem }
# $name (String) - the article
# $problem (String) - what is wrong
fault-of-article = { $name } : { $problem }
problem-name-missing = l’article n’a pas de nom.
# $line (Number) - the first line
problem-same-code = le même code figure à la ligne { $line }.
problem-number = ce n’est pas un nombre acceptable ; écrivez par exemple 12,50.
problem-negative = un nombre négatif n’a pas de sens ici.
problem-zero = zéro n’a pas de sens ici.
problem-too-large = ce nombre est trop grand.
problem-rate-as-fraction = écrivez le taux en pour cent, par exemple 6.
problem-unknown-unit = cette unité n’est pas connue ; écrivez par exemple pièce, kg, botte.
problem-content-form = écrivez une contenance comme 500 g ou 6 x 75 cl.
problem-other-unit = ce poids n’est pas dans l’unité payée.
problem-unknown-stock = écrivez une quantité, ou « sur commande ».
problem-unknown-storage = écrivez sec, froid ou surgelé.
problem-unknown-currency = écrivez une devise en trois lettres, par exemple EUR.
# $given (String) - what stands there
problem-unknown-family = la famille « { $given } » n’est pas connue ; prenez-en une du thésaurus.
problem-family-missing = la famille manque ; choisissez ci-dessous celle des articles qui n’en ont pas.
# $currency (String) - its code
problem-other-currency = le prix est en { $currency } et ce regroupement compte en euros ; donnez un prix en euros ou laissez-le vide.
# $rate (String) - the rate
problem-no-such-rate = le taux de { $rate } n’existe pas dans le pays de ce producteur.
# $given (String) - what stands there
problem-unknown-allergen = l’allergène « { $given } » n’est pas un des quatorze à déclarer ; vérifiez-le.
# $given (String) - what stands there
problem-unknown-storage-given = la conservation « { $given } » n’est pas connue ; écrivez sec, froid ou surgelé.
# $given (String) - what stands there
problem-unknown-container = le contenant « { $given } » n’existe pas ; créez-le d’abord sous Caisses et consignes.
# $line (Number) - the line
# $column (Number) - the column
file-not-json = Le fichier n’est pas du JSON valable à la ligne { $line }, colonne { $column }.
file-no-product = Ce fichier DFC ne contient aucun produit fourni.
flaw-measure-too-large = Le contenu moyen dépasse 100 000 : vérifiez la virgule et les unités.
flaw-step-too-large = Le multiple de commande dépasse 10 000 : vérifiez la virgule.
flaw-unit-too-dear = Une unité commandée reviendrait à plus de 100 000 € : vérifiez le prix et le contenu moyen.
stock-too-large = Cette quantité dépasse dix millions : vérifiez la virgule.
# $line (Number) - the first line
problem-twice-on-line = le même article figure déjà à la ligne { $line } ; gardez une seule des deux, ou donnez à chacune son code.
problem-twice = le même article figure déjà plus haut dans le fichier ; gardez-en un seul, ou donnez à chacun son code.
remark-name-missing = le produit n’a pas de nom, il est laissé de côté.
remark-quantity-unknown = la contenance est zéro, elle est tenue pour inconnue.
# $property (String) - the property
# $value (String) - what stands there
remark-unreadable = « { $value } » ({ $property }) n’est pas un nombre acceptable, il est laissé de côté.
# $property (String) - the property
# $value (String) - what stands there
remark-rounded = « { $value } » ({ $property }) est arrondi.
# $value (String) - what stands there
remark-unknown-unit = l’unité « { $value } » n’est pas connue, la contenance est laissée de côté.
# $value (String) - what stands there
remark-unknown-currency = la monnaie « { $value } » n’est pas connue.
# $count (Number) - how many more
remark-other-prices = { $count ->
    [one] { $count } autre prix figure dans le fichier : le premier est retenu.
   *[other] { $count } autres prix figurent dans le fichier : le premier est retenu.
}
# $property (String) - the property
remark-disagreement = { $property }, que Tresse avait ajouté, ne concorde plus avec le reste et est laissé de côté.
# $code (String) - the second choice
# $of (String) - the article that it would stand in for
reference-second-choice-other-unit = { $code } ne se commande pas dans la même unité que { $of } : un second choix remplace unité pour unité.
