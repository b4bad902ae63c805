//! Packing labels, short and long ones.

use papers::Label;

use crate::hub;

pub(crate) fn stickers() -> Vec<Label> {
    let label = |headline: &str, lines: &[&str], corner: &str, mark: &str| Label {
        headline: headline.to_owned(),
        lines: hub::lines(lines),
        corner: Some(corner.to_owned()),
        mark: Some(mark.to_owned()),
    };
    let mut labels = vec![
        label(
            "L’Épicerie du Lavoir",
            &[
                "6690 Vielsalm · tournée Salm, arrêt 4",
                "Ferme du Bois de Chêne",
                "Tomme de brebis × 4, beurre 3 kg",
                "Lot TB-2611 · 20/11/2026",
            ],
            "2/5",
            "FRAIS",
        ),
        label(
            "Le Petit Marché",
            &["6670 Gouvy · tournée Salm, arrêt 2", "Légumes d’hiver", "Lot 46-C3"],
            "1/12",
            "SEC",
        ),
        label("Cantine communale", &["Houffalize", "Plats préparés"], "10/10", "SURGELÉ"),
        label(
            "Coopérative Terroir & Co — point de retrait de la gare de Bastogne-Sud",
            &[
                "Un libellé si long qu’il doit passer à la ligne plusieurs fois avant de dire enfin ce qu’il y a dans le bac",
                "Deuxième ligne, longue elle aussi, pour voir comment la place se partage",
                "Troisième ligne",
                "Quatrième ligne",
                "Cinquième ligne",
                "Sixième ligne",
            ],
            "3/3",
            "FRAIS",
        ),
        Label { headline: "Vide, à rendre".to_owned(), ..Label::default() },
    ];
    let more: Vec<Label> = (1..=7)
        .map(|crate_number| {
            label(
                "Au Vrac d’Ardenne",
                &["6980 La Roche-en-Ardenne", "Épicerie sèche"],
                &format!("{crate_number}/7"),
                "SEC",
            )
        })
        .collect();
    labels.extend(more);
    labels
}
