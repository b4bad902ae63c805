//! Somebody who follows every link and every form that asks, opens every file, and knows what kinds of
//! page they have seen.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::Read as _;

use super::moving::ids;
use super::reading;
use crate::town::Answer;

/// Pages of one kind that are opened: the same list for another cycle is as good.
const ALIKE: usize = 2;

/// What was seen at one address.
pub struct Seen {
    pub status: u16,
    pub kind: String,
    /// The address without what it names: pages of one shape are alike.
    pub shape: String,
    /// Everything in it that can be read, whatever packs it.
    pub text: String,
}

/// What names the things of a hub.
pub struct Things {
    kind_of: BTreeMap<String, (String, usize)>,
    pub of_kind: BTreeMap<String, Vec<String>>,
}

impl Things {
    pub fn new(of_kind: BTreeMap<String, Vec<String>>) -> Self {
        let kinds = of_kind.iter().flat_map(|(kind, ids)| {
            ids.iter().enumerate().map(|(at, id)| (id.clone(), (kind.clone(), at)))
        });
        Self { kind_of: kinds.collect(), of_kind }
    }

    pub fn is_known(&self, id: &str) -> bool {
        self.kind_of.contains_key(id)
    }

    /// The address with words for its identifiers, counts and values: pages of one shape are alike.
    fn shape(&self, path: &str, words: &[String]) -> String {
        let (road, query) = path.split_once('?').unwrap_or((path, ""));
        let mut shape = road.to_owned();
        for id in ids(road) {
            let kind = self.kind_of.get(id).map_or("?", |(kind, _)| kind.as_str());
            shape = shape.replace(id, &format!("{{{kind}}}"));
        }
        let asked = query.split('&').filter(|pair| !pair.is_empty() && !pair.ends_with('='));
        for pair in asked {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let is_word = words.iter().any(|word| word == value);
            shape = format!("{shape}&{name}{}", if is_word { value } else { "" });
        }
        shape
    }

    /// The same address with each choice of its identifiers replaced by the other's of the same kind.
    pub fn crossed(&self, path: &str, other: &Self) -> Vec<String> {
        let own: BTreeSet<&str> = ids(path).filter(|id| self.is_known(id)).collect();
        let others: Vec<(&str, &str)> = own
            .iter()
            .filter_map(|id| {
                let (kind, at) = &self.kind_of[*id];
                let others = other.of_kind.get(kind)?;
                let other = others.get(*at).or(others.first())?.as_str();
                // The same picture has the same identifier everywhere.
                (other != *id).then_some((*id, other))
            })
            .collect();
        (1..1_u32 << others.len().min(5))
            .map(|choice| {
                let chosen = others.iter().enumerate().filter(|(at, _)| choice & 1 << at != 0);
                chosen.fold(path.to_owned(), |path, (_, (id, other))| path.replace(id, other))
            })
            .collect()
    }

    /// Every road with things of this hub: of each kind the oldest ones.
    pub fn roads(&self, method: &str, is_one: impl Fn(&str) -> bool) -> Vec<String> {
        let roads = tresse::routes().list.into_iter();
        let roads = roads.filter(|route| route.method == method && is_one(route.path));
        let mut paths: BTreeSet<String> = BTreeSet::new();
        for route in roads {
            paths.extend((0..ALIKE).map(|at| self.fill(route.path, at)));
        }
        paths.into_iter().collect()
    }

    fn fill(&self, road: &str, at: usize) -> String {
        let mut filled = String::new();
        let mut rest = road;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').unwrap();
            let kind = match name {
                "hub" => "coalition",
                "member" | "party" => "shop",
                "draft" => "import_draft",
                "format" => "csv",
                "event" => "webhook_message",
                "token" => "api_token",
                name => name,
            };
            let known = self.of_kind.get(kind);
            let id = known.and_then(|ids| ids.get(at).or(ids.first()));
            filled = filled + before + id.map_or(kind, String::as_str);
            rest = behind;
        }
        filled + rest
    }
}

/// Opens `starts` and whatever leads on from there, some of each kind; `words` are looked for wherever one
/// can look for something.
pub fn crawl(
    get: &dyn Fn(&str) -> Answer,
    things: &Things,
    starts: impl IntoIterator<Item = String>,
    words: &[String],
) -> BTreeMap<String, Seen> {
    let mut waiting: VecDeque<String> = starts.into_iter().collect();
    let mut alike: BTreeMap<String, usize> = BTreeMap::new();
    let mut seen: BTreeMap<String, Seen> = BTreeMap::new();
    while let Some(path) = waiting.pop_front() {
        let shape = things.shape(&path, words);
        let so_many = alike.entry(shape.clone()).or_default();
        if seen.contains_key(&path) || *so_many >= ALIKE {
            continue;
        }
        *so_many += 1;
        let answer = get(&path);
        assert!(answer.status < 500, "{path}: {}", answer.body);
        waiting.extend(Some(answer.location.clone()).filter(|to| to.starts_with('/')));
        if answer.kind.starts_with("text/html") {
            waiting.extend(leads(&path, &answer.body));
            waiting.extend(searches(&path, &answer.body, words));
        }
        let text = readable(&answer.bytes);
        seen.insert(path, Seen { status: answer.status, kind: answer.kind, shape, text });
    }
    seen
}

/// Where a page leads: its links, pictures, and forms, also those that would change something.
fn leads(path: &str, body: &str) -> Vec<String> {
    let attributes = ["href=\"", "src=\"", "action=\""];
    let values = attributes.iter().flat_map(|name| body.split(name).skip(1));
    let values = values.filter_map(|rest| rest.split('"').next());
    values.filter_map(|value| joined(path, &value.replace("&amp;", "&"))).collect()
}

fn joined(path: &str, link: &str) -> Option<String> {
    let link = link.split('#').next().unwrap_or_default();
    let road = path.split('?').next().unwrap_or_default();
    match link.chars().next()? {
        '/' => Some(link.to_owned()),
        '?' => Some(format!("{road}{link}")),
        _ => None,
    }
}

/// What the forms of a page that only ask can be asked: each word, and each choice of a list.
fn searches(path: &str, body: &str, words: &[String]) -> Vec<String> {
    let mut asked = Vec::new();
    for form in body.split("<form").skip(1).filter_map(|rest| rest.split("</form>").next()) {
        let (head, fields) = form.split_once('>').unwrap_or((form, ""));
        if !head.contains("method=\"get\"") {
            continue;
        }
        let action = attribute(head, "action").map_or_else(|| path.to_owned(), str::to_owned);
        let action = action.split('?').next().unwrap_or_default().to_owned();
        let inputs = fields.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
        for input in inputs {
            let Some(name) = attribute(input, "name") else { continue };
            asked.extend(words.iter().map(|word| format!("{action}?{name}={word}")));
        }
        for list in fields.split("<select").skip(1).filter_map(|rest| rest.split("</select>").next()) {
            let Some(name) = attribute(list, "name") else { continue };
            let options = list.split("<option").skip(1).filter_map(|option| attribute(option, "value"));
            asked.extend(options.map(|value| format!("{action}?{name}={value}")));
        }
    }
    asked
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

/// The text of a file, of what is packed in it too.
pub fn readable(bytes: &[u8]) -> String {
    let is_packed = bytes.starts_with(b"PK\x03\x04");
    if is_packed {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        for at in 0..zip.len() {
            let mut member = zip.by_index(at).unwrap();
            let (name, mut bytes) = (member.name().unwrap().into_owned(), Vec::new());
            member.read_to_end(&mut bytes).unwrap();
            text = format!("{text}{name}\n{}\n", readable(&bytes));
        }
        return text;
    }
    if bytes.starts_with(b"%PDF") {
        return reading::pages(bytes).join("\n");
    }
    String::from_utf8_lossy(bytes).into_owned()
}
