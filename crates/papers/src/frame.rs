//! What returns on every page: the footer, and from the second on the name and the title above.
//!
//! A page that falls out of its pile can be put back.

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::tagging::ArtifactType;

use crate::braid::Braid;
use crate::draft::{FOOTER_BOTTOM, footer_top};
use crate::draw::{draw_area, draw_line, start_decoration};
use crate::fitted::Fitted;
use crate::look::{BODY_WIDTH, FOOTER, HAIRLINE, MARGIN, MM, RUNNING, Style};
use crate::paper::Paper;
use crate::text::{Line, Text};

/// More of the pattern would not fit beside the footer.
const LONGEST_NUMBERING: usize = 60;

/// The head and the foot of a paper's pages, set once for all of them.
pub(crate) struct PageFrame<'a> {
    footer: &'a [Line],
    issuer: Fitted,
    title: Fitted,
    numbering: String,
    pages: usize,
}

impl<'a> PageFrame<'a> {
    pub(crate) fn new(paper: &'a Paper, footer: &'a [Line], pages: usize) -> Self {
        let half = BODY_WIDTH / 2.0 - 8.0 * MM;
        let one_line = |text: &str| Fitted::new(&[text], RUNNING, half, |_| 1);
        let (issuer, title) = (one_line(&paper.issuer.name), one_line(&paper.title));
        let numbering = paper.words.page.chars().take(LONGEST_NUMBERING).collect();
        Self { footer, issuer, title, numbering, pages }
    }

    pub(crate) fn draw(&self, surface: &mut Surface<'_>, index: usize) {
        if index > 0 {
            start_decoration(surface, ArtifactType::Header);
            self.draw_head(surface);
            surface.end_tagged();
        }
        start_decoration(surface, ArtifactType::Footer);
        self.draw_foot(surface, index);
        surface.end_tagged();
    }

    fn draw_head(&self, surface: &mut Surface<'_>) {
        let top = 13.5 * MM;
        let rule = 22.5 * MM;
        Braid { x: MARGIN, y: top, width: 2.6 * MM, height: 7.0 * MM, stroke: 1.2 }.draw(surface);
        draw_area(surface, (MARGIN, rule), (BODY_WIDTH, 0.6), HAIRLINE);
        let middle = |fitted: &Fitted| top + 3.5 * MM - fitted.style.leading / 2.0;
        self.issuer.draw(surface, (MARGIN + 5.0 * MM, middle(&self.issuer)));
        let left = MARGIN + BODY_WIDTH - self.title.width().unwrap_or_default();
        self.title.draw(surface, (left, middle(&self.title)));
    }

    fn draw_foot(&self, surface: &mut Surface<'_>, index: usize) {
        let top = footer_top(self.footer.len());
        draw_area(surface, (MARGIN, top - 2.2 * MM), (BODY_WIDTH, 0.6), HAIRLINE);
        let mut baseline = top + FOOTER.baseline();
        for line in self.footer {
            draw_line(surface, Point::from_xy(MARGIN, baseline), line, FOOTER);
            baseline += FOOTER.leading;
        }
        let number = self.numbering.replace("{n}", &(index + 1).to_string());
        let number = Text::new(&number.replace("{total}", &self.pages.to_string()), FOOTER.face);
        if let Some(line) = number.wrap(30.0 * MM / FOOTER.size).first() {
            draw_right(surface, FOOTER_BOTTOM - FOOTER.leading + FOOTER.baseline(), line, FOOTER);
        }
    }
}

fn draw_right(surface: &mut Surface<'_>, baseline: f32, line: &Line, style: Style) {
    let x = MARGIN + BODY_WIDTH - line.width * style.size;
    draw_line(surface, Point::from_xy(x, baseline), line, style);
}
