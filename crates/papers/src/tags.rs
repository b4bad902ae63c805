//! The logical structure of a paper: what a screen reader follows.
//!
//! Layout names the nodes as it goes, drawing hangs the drawn lines on them, page by page, and the
//! whole becomes krilla's tag tree at the end: a cell that runs over two pages is one cell.

use std::num::{NonZeroU16, NonZeroU32};

use krilla::tagging::{
    Identifier, ListNumbering, Node as Child, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

/// A node of a [`Structure`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NodeId(usize);

/// What a node is.
#[derive(Debug, Clone)]
pub(crate) enum Role {
    Document,
    /// Its level, and its text for the navigation.
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Name,
    Value,
    Table,
    TableHead,
    TableBody,
    Row,
    ColumnHeader,
    /// The header of a row, over so many columns.
    RowHeader(usize),
    /// A cell over so many columns.
    Cell(usize),
}

#[derive(Debug)]
struct Node {
    role: Role,
    children: Vec<NodeId>,
    drawn: Vec<Identifier>,
}

/// A tree of nodes, filled while the paper is laid out and drawn.
#[derive(Debug)]
pub(crate) struct Structure {
    nodes: Vec<Node>,
}

impl Structure {
    pub(crate) const ROOT: NodeId = NodeId(0);

    pub(crate) fn new() -> Self {
        Self { nodes: vec![Node { role: Role::Document, children: Vec::new(), drawn: Vec::new() }] }
    }

    /// Adds a node as the last child of `parent`.
    pub(crate) fn add(&mut self, parent: NodeId, role: Role) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { role, children: Vec::new(), drawn: Vec::new() });
        self.nodes[parent.0].children.push(id);
        id
    }

    /// Hangs something drawn on a node.
    pub(crate) fn hang(&mut self, node: NodeId, drawn: Identifier) {
        self.nodes[node.0].drawn.push(drawn);
    }

    pub(crate) fn into_tree(self, language: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for &child in &self.nodes[Self::ROOT.0].children {
            tree.push(self.group(child));
        }
        tree
    }

    fn group(&self, id: NodeId) -> TagGroup {
        let node = &self.nodes[id.0];
        let mut group = TagGroup::new(node.role.tag());
        group.children.extend(node.children.iter().map(|&child| Child::Group(self.group(child))));
        group.children.extend(node.drawn.iter().map(|&drawn| Child::Leaf(drawn)));
        group
    }
}

impl Role {
    fn tag(&self) -> TagKind {
        match self {
            Self::Document => Tag::Part.into(),
            Self::Heading(level, text) => {
                Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(text.clone())).into()
            }
            Self::Paragraph => Tag::P.into(),
            Self::List => Tag::L(ListNumbering::None).into(),
            Self::Item => Tag::LI.into(),
            Self::Name => Tag::Lbl.into(),
            Self::Value => Tag::LBody.into(),
            Self::Table => Tag::Table.into(),
            Self::TableHead => Tag::THead.into(),
            Self::TableBody => Tag::TBody.into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnHeader => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHeader(columns) => {
                Tag::TH(TableHeaderScope::Row).with_col_span(span(*columns)).into()
            }
            Self::Cell(columns) => Tag::TD.with_col_span(span(*columns)).into(),
        }
    }
}

/// A span is written only where there is one.
fn span(columns: usize) -> Option<NonZeroU32> {
    (columns > 1).then(|| u32::try_from(columns).ok().and_then(NonZeroU32::new)).flatten()
}
