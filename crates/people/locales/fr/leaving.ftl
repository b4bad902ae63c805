data-title = Données et effacement
archive-title = Tout emporter
archive-hint-own = Un fichier ZIP avec tout ce qui est gardé de vous : votre fiche, vos mandats, vos appareils, les lettres que vous avez reçues, vos actes. En CSV pour un tableur, en JSON pour un programme, avec une page qui l’explique.
archive-hint = Un fichier ZIP avec tout ce qui est gardé de la personne : sa fiche, ses mandats, ses appareils, les lettres qui lui furent écrites, ses actes. En CSV pour un tableur, en JSON pour un programme, avec une page qui l’explique.
archive-button = Télécharger
archive-kept = Ce que nous gardons, et combien de temps
erasure-title = Être effacé
erasure-hint = Le nom, l’adresse e-mail, le téléphone, le mot de passe, les appareils, les liens et les lettres disparaissent ; les mandats prennent fin. Les documents et les livres restent aussi longtemps que la loi le demande, avec un identifiant qui ne mène plus à personne. Cela ne se défait pas.
erasure-ask = Demander d’être effacé
erasure-confirm-own = Je veux être effacé, et je sais que cela ne se défait pas.
erasure-button = Effacer la personne
erasure-unconfirmed = Cochez la case pour confirmer : un effacement ne se défait pas.
erasure-already = Cette personne est déjà effacée.
erasure-asked = Votre demande est transmise à l’administration.
erasure-withdraw = Retirer la demande
erasure-withdrawn = La demande est retirée.
erasure-done = La personne est effacée.
person-erased = personne effacée
letter-erasure-subject = Tresse : quelqu’un demande d’être effacé
# $name (String) - the person
erasure-confirm = { $name } l’a demandé, et sait que cela ne se défait pas.
# $label (String) - what is coordinated
erasure-last-coordinator = Plus personne ne coordonnerait { $label } : donnez d’abord ce mandat à quelqu’un d’autre.
# $moment (String) - when
erasure-asked-on = Demandé le { $moment }.
# $moment (String) - when
erasure-erased = Effacé le { $moment }.
# $name (String) - the administrator
# $link (String) - the address
letter-erasure =
    Bonjour { $name },

    Une personne demande d’être effacée. Vous avez un mois pour lui répondre :
    { $link }
