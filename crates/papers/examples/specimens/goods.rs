//! Five invented producers and what they deliver this week.

pub(crate) struct Good {
    pub(crate) name: &'static str,
    /// What was ordered, as "6 pièces".
    pub(crate) ordered: &'static str,
    /// What is paid: thousandths of the unit.
    pub(crate) paid: i64,
    pub(crate) unit: &'static str,
    pub(crate) price_cents: i64,
    pub(crate) vat_percent: i64,
    pub(crate) detail: Option<&'static str>,
}

const fn good(
    name: &'static str,
    ordered: &'static str,
    paid: i64,
    unit: &'static str,
    price_cents: i64,
    vat_percent: i64,
) -> Good {
    Good { name, ordered, paid, unit, price_cents, vat_percent, detail: None }
}

impl Good {
    const fn with(mut self, detail: &'static str) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Price times quantity, to the cent, halves up.
    pub(crate) fn net_cents(&self) -> i64 {
        (self.paid * self.price_cents + 500).div_euclid(1000)
    }
}

pub(crate) const PRODUCERS: [(&str, &[Good]); 5] = [
    (
        "Ferme du Bois de Chêne, Gouvy · bio",
        &[
            good("Tomme de brebis affinée 4 mois", "4 pièces", 9640, "kg", 2150, 6)
                .with("Lot TB-2611 · 2,310 + 2,425 + 2,380 + 2,525 kg · à consommer avant le 18/01/2027"),
            good("Yaourt de brebis nature, pot consigné 450 g", "24 pots", 24_000, "pots", 285, 6),
            good("Fromage frais aux herbes de l’Ourthe", "12 pièces", 12_000, "pièces", 345, 6),
            good("Beurre de ferme demi-sel, moulé à la main", "3 kg", 3000, "kg", 1680, 6),
        ],
    ),
    (
        "Maraîchage Les Quatre Saisons, Vielsalm · bio",
        &[
            good("Carottes de sable lavées", "25 kg", 25_000, "kg", 165, 6).with("Lot 46-C3"),
            good("Poireaux d’hiver", "15 kg", 13_500, "kg", 240, 6)
                .with("15 kg commandés, 13,5 kg reçus : gel de la nuit du 17, réparti entre les magasins au prorata"),
            good("Choux de Bruxelles", "8 kg", 8000, "kg", 390, 6),
            good("Courge butternut", "12 pièces", 14_820, "kg", 195, 6),
            good("Mâche, barquette 150 g", "20 barquettes", 20_000, "barq.", 215, 6),
            good("Betteraves rouges cuites sous vide, 500 g", "16 sachets", 16_000, "sachets", 230, 6),
        ],
    ),
    (
        "Brasserie de la Salm, Trois-Ponts",
        &[
            good("Blonde de la Salm 33 cl, casier de 24", "3 casiers", 3000, "casiers", 3890, 21),
            good("Ambrée d’hiver 75 cl, carton de 6", "4 cartons", 4000, "cartons", 2460, 21),
            good("Limonade artisanale à la rhubarbe 25 cl, casier de 24", "2 casiers", 2000, "casiers", 2640, 6),
        ],
    ),
    (
        "Boucherie-Salaisons Collignon & Filles, Bastogne",
        &[
            good("Jambon d’Ardenne IGP, tranché 100 g", "30 barquettes", 30_000, "barq.", 412, 6)
                .with("Lot JA-1044 · conserver entre 0 et 4 °C"),
            good("Saucisse de campagne", "10 kg", 10_340, "kg", 1290, 6),
            good("Pâté gaumais individuel", "18 pièces", 18_000, "pièces", 365, 6),
            good("Boulets sauce chasseur, plat préparé 400 g", "12 plats", 12_000, "plats", 645, 12),
            good("Vol-au-vent maison, plat préparé 500 g", "10 plats", 10_000, "plats", 720, 12),
        ],
    ),
    (
        "Rucher du Plateau, Sainte-Ode",
        &[
            good("Miel de printemps crémeux 500 g", "12 pots", 12_000, "pots", 690, 6),
            good("Miel de forêt 250 g", "18 pots", 18_000, "pots", 425, 6).with("Récolte 2026, lot F-07"),
            good("Bougie en cire d’abeille, grand modèle", "6 pièces", 6000, "pièces", 1150, 21),
            good("Hydromel doux 50 cl", "6 bouteilles", 6000, "bout.", 1085, 21),
        ],
    ),
];
