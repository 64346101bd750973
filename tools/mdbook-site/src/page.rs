//! A rendered page as a reader finds their way in it: its title, its first paragraph, its sections and what they hold.

use scraper::{ElementRef, Html, Selector};
use std::sync::LazyLock;

/// One page.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Its path below the folder of the pages, `sharing/mutex.html`.
    pub path: String,
    /// Whether it stands behind the last numbered chapter.
    pub is_appendix: bool,
    /// Its first paragraph.
    pub lead: String,
    /// Its sections in their order. The first has the heading of the page.
    pub sections: Vec<Section>,
}

/// A heading and what follows it, up to the next one.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// The id of the heading.
    pub id: String,
    /// Its words.
    pub title: String,
    /// Those of them that are set as code.
    pub title_code: Vec<String>,
    /// Paragraphs and items of lists.
    pub blocks: Vec<String>,
    /// The words in them that are set as code.
    pub code: Vec<String>,
    /// Rows of tables.
    pub rows: Vec<Row>,
    /// Listings.
    pub figures: Vec<Figure>,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The words of its cells.
    pub cells: Vec<String>,
    /// The id that a link in its first cell leads to.
    pub leads_to: Option<String>,
}

/// A listing.
#[derive(Debug, Clone, Default)]
pub struct Figure {
    /// The id of the figure.
    pub id: String,
    /// Its name for a reader, `Listing 42`.
    pub name: String,
    /// Its caption.
    pub caption: String,
}

impl Section {
    /// Whether it has the heading of the page.
    pub fn is_first_of(&self, page: &Page) -> bool {
        page.sections.first().is_some_and(|first| std::ptr::eq(first, self))
    }
}

impl Page {
    /// Reads what stands in the `main` of a page.
    pub fn read(path: &str, html: &str, is_appendix: bool) -> Page {
        Page::of(path, &Html::parse_document(html), is_appendix)
    }

    /// Reads what stands in the `main` of a page that has been parsed.
    pub fn of(path: &str, document: &Html, is_appendix: bool) -> Page {
        let mut page = Page { path: path.to_string(), is_appendix, ..Page::default() };
        if let Some(main) = document.select(selector(&MAIN)).next() {
            page.walk(main);
        }
        page
    }

    /// The heading of the page.
    pub fn title(&self) -> &str {
        self.sections.first().map_or("", |section| &section.title)
    }

    /// Its listings.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.sections.iter().flat_map(|section| &section.figures)
    }

    fn walk(&mut self, parent: ElementRef<'_>) {
        for element in parent.child_elements() {
            match element.value().name() {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.sections.push(Section {
                    id: element.attr("id").unwrap_or_default().to_string(),
                    title: words(element),
                    title_code: element.select(selector(&CODE)).map(words).collect(),
                    ..Section::default()
                }),
                "figure" => self.figure(element),
                "table" => self.table(element),
                "p" | "dt" | "dd" => self.block(element),
                "li" if element.child_elements().all(|child| !is_block(child)) => self.block(element),
                _ => self.walk(element),
            }
        }
    }

    fn section(&mut self) -> &mut Section {
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let last = self.sections.len() - 1;
        &mut self.sections[last]
    }

    fn block(&mut self, element: ElementRef<'_>) {
        let text = words(element);
        if self.lead.is_empty() && element.value().name() == "p" {
            self.lead.clone_from(&text);
        }
        let code = element.select(selector(&CODE)).map(words);
        let section = self.section();
        section.code.extend(code);
        if !text.is_empty() {
            section.blocks.push(text);
        }
    }

    fn table(&mut self, table: ElementRef<'_>) {
        for row in table.select(selector(&ROW)) {
            let cells = row.child_elements().map(words).collect();
            let link = row.child_elements().next().and_then(|cell| cell.select(selector(&LINK)).next()?.attr("href"));
            let leads_to = link.and_then(|link| Some(link.split_once('#')?.1.to_string()));
            self.section().rows.push(Row { cells, leads_to });
        }
    }

    fn figure(&mut self, figure: ElementRef<'_>) {
        let part = |selector: &Selector| figure.select(selector).next().map(words).unwrap_or_default();
        let name = part(selector(&NUMBER));
        if !name.is_empty() {
            let (id, caption) = (figure.attr("id").unwrap_or_default().to_string(), part(selector(&CAPTION)));
            self.section().figures.push(Figure { id, name, caption });
        }
    }
}

type Lazy = LazyLock<Option<Selector>>;
static MAIN: Lazy = LazyLock::new(|| Selector::parse("main").ok());
static CODE: Lazy = LazyLock::new(|| Selector::parse("code").ok());
static LINK: Lazy = LazyLock::new(|| Selector::parse("a[href]").ok());
static ROW: Lazy = LazyLock::new(|| Selector::parse("tbody tr").ok());
static NUMBER: Lazy = LazyLock::new(|| Selector::parse("figcaption .listing-number").ok());
static CAPTION: Lazy = LazyLock::new(|| Selector::parse("figcaption .listing-caption").ok());

fn selector(lazy: &'static Lazy) -> &'static Selector {
    lazy.as_ref().unwrap_or_else(|| unreachable!("the selectors above are sound"))
}

fn is_block(element: ElementRef<'_>) -> bool {
    matches!(element.value().name(), "p" | "ul" | "ol" | "dl" | "pre" | "table" | "figure" | "blockquote" | "div")
}

/// The text of an element, with one space wherever there are some.
pub fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
