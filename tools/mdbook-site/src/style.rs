//! The styles of the pages for e-readers, whose programs know less of CSS than browsers do.
//!
//! What is for a window, a pointer, a script or paper is left out, and so is what epubcheck refuses. A rule that has other
//! rules in it is left out whole.

use cssparser::{
    AtRuleParser, CowRcStr, DeclarationParser, ParseError, Parser, ParserInput, ParserState, QualifiedRuleParser,
    RuleBodyItemParser, RuleBodyParser, StyleSheetParser, Token,
};

/// What epubcheck cannot read in a selector, and what no e-reader sets: a class of `html`.
const UNREAD: [&str; 4] = [":has(", ":where(", "&", "html."];

/// What an EPUB says in its own way.
const REFUSED: [&str; 2] = ["direction", "unicode-bidi"];

/// The rules of a style that an e-reader can use.
///
/// # Errors
/// The line and the text of what is no CSS.
pub fn for_readers(style: &str) -> Result<String, String> {
    let mut input = ParserInput::new(style);
    let mut parser = Parser::new(&mut input);
    StyleSheetParser::new(&mut parser, &mut Rules)
        .map(|rule| rule.map_err(|(error, text)| format!("{}: this is no CSS: {text}", error.location.line + 1)))
        .collect()
}

type Fault<'i> = ParseError<'i, ()>;

/// Reads the rules of a style; each becomes its text, which is empty for one that is left out.
struct Rules;

impl<'i> QualifiedRuleParser<'i> for Rules {
    type Prelude = Vec<String>;
    type QualifiedRule = String;
    type Error = ();

    fn parse_prelude<'t>(&mut self, input: &mut Parser<'i, 't>) -> Result<Vec<String>, Fault<'i>> {
        let selectors = input.parse_comma_separated(selectors)?.into_iter().flatten();
        Ok(selectors.filter(|selector| !UNREAD.iter().any(|unread| selector.contains(unread))).collect())
    }

    fn parse_block<'t>(
        &mut self,
        selectors: Vec<String>,
        _: &ParserState,
        input: &mut Parser<'i, 't>,
    ) -> Result<String, Fault<'i>> {
        let items: Result<Vec<Item>, _> = RuleBodyParser::new(input, &mut Body).collect();
        let items = items.map_err(|(error, _)| error)?;
        if selectors.is_empty() || items.contains(&Item::Rule) {
            return Ok(String::new());
        }
        let declarations: Vec<String> = items.into_iter().filter_map(Item::declaration).collect();
        Ok(format!("{} {{ {} }}\n", selectors.join(", "), declarations.join("; ")))
    }
}

/// Those are for screens of some width, for paper, or for scripts.
impl<'i> AtRuleParser<'i> for Rules {
    type Prelude = ();
    type AtRule = String;
    type Error = ();

    fn parse_prelude<'t>(&mut self, _: CowRcStr<'i>, input: &mut Parser<'i, 't>) -> Result<(), Fault<'i>> {
        rest(input);
        Ok(())
    }

    fn parse_block<'t>(&mut self, (): (), _: &ParserState, input: &mut Parser<'i, 't>) -> Result<String, Fault<'i>> {
        rest(input);
        Ok(String::new())
    }
}

/// Reads what stands between the braces of a rule.
struct Body;

#[derive(PartialEq)]
enum Item {
    Declaration(String),
    /// A declaration that an EPUB refuses.
    Refused,
    /// A rule within the rule.
    Rule,
}

impl Item {
    fn declaration(self) -> Option<String> {
        if let Item::Declaration(text) = self { Some(text) } else { None }
    }
}

impl<'i> DeclarationParser<'i> for Body {
    type Declaration = Item;
    type Error = ();

    fn parse_value<'t>(
        &mut self,
        name: CowRcStr<'i>,
        input: &mut Parser<'i, 't>,
        _: &ParserState,
    ) -> Result<Item, Fault<'i>> {
        let value = rest(input);
        let is_refused = REFUSED.contains(&name.as_ref());
        Ok(if is_refused { Item::Refused } else { Item::Declaration(format!("{name}: {value}")) })
    }
}

impl<'i> QualifiedRuleParser<'i> for Body {
    type Prelude = ();
    type QualifiedRule = Item;
    type Error = ();

    fn parse_prelude<'t>(&mut self, input: &mut Parser<'i, 't>) -> Result<(), Fault<'i>> {
        rest(input);
        Ok(())
    }

    fn parse_block<'t>(&mut self, (): (), _: &ParserState, input: &mut Parser<'i, 't>) -> Result<Item, Fault<'i>> {
        rest(input);
        Ok(Item::Rule)
    }
}

impl<'i> AtRuleParser<'i> for Body {
    type Prelude = ();
    type AtRule = Item;
    type Error = ();

    fn parse_prelude<'t>(&mut self, _: CowRcStr<'i>, input: &mut Parser<'i, 't>) -> Result<(), Fault<'i>> {
        rest(input);
        Ok(())
    }

    fn parse_block<'t>(&mut self, (): (), _: &ParserState, input: &mut Parser<'i, 't>) -> Result<Item, Fault<'i>> {
        rest(input);
        Ok(Item::Rule)
    }
}

impl RuleBodyItemParser<'_, Item, ()> for Body {
    fn parse_declarations(&self) -> bool {
        true
    }

    fn parse_qualified(&self) -> bool {
        true
    }
}

/// What is left of the input, with its comments.
fn rest<'i>(input: &mut Parser<'i, '_>) -> &'i str {
    input.skip_whitespace();
    let start = input.position();
    while input.next_including_whitespace_and_comments().is_ok() {}
    input.slice_from(start).trim_end()
}

/// One selector as those that it stands for: `a :is(b, c)` is `a b` and `a c`.
fn selectors<'i>(input: &mut Parser<'i, '_>) -> Result<Vec<String>, Fault<'i>> {
    input.skip_whitespace();
    let mut all = vec![String::new()];
    loop {
        let start = input.position();
        let alternatives = match input.next_including_whitespace() {
            Err(_) => break,
            Ok(Token::Function(name)) if name.eq_ignore_ascii_case("is") => {
                let either = input.parse_nested_block(|input| input.parse_comma_separated(selectors))?;
                for selector in &mut all {
                    // The colon before the name.
                    selector.pop();
                }
                either.into_iter().flatten().collect()
            }
            Ok(Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock) => {
                input.parse_nested_block(|input| {
                    rest(input);
                    Ok::<_, Fault<'i>>(())
                })?;
                vec![input.slice_from(start).to_string()]
            }
            Ok(_) => vec![input.slice_from(start).to_string()],
        };
        all = all.iter().flat_map(|before| alternatives.iter().map(move |after| format!("{before}{after}"))).collect();
    }
    Ok(all.into_iter().map(|selector| selector.trim_end().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn are(style: &str, rules: &str) {
        assert_eq!(for_readers(style).unwrap(), rules);
    }

    #[test]
    fn what_an_e_reader_does_not_know_is_said_otherwise_or_left_out() {
        are(".a :is(.b, td:nth-child(2n)) .c { x: y }", ".a .b .c, .a td:nth-child(2n) .c { x: y }\n");
        are("/* {no} */ .a:has(> b) { x: y } @media print { .a { x: y } } html.js .a { x: y }", "");
        are(".a { direction: ltr; x: y; }", ".a { x: y }\n");
        are(".a { x: y; .b { x: z } } .c { x: y }", ".c { x: y }\n");
    }

    #[test]
    fn what_only_looks_like_a_brace_is_none() {
        are(
            ".a::before { content: \"}\" } .b[x=\"{\"] { x: url(a;b) }",
            ".a::before { content: \"}\" }\n.b[x=\"{\"] { x: url(a;b) }\n",
        );
    }

    #[test]
    fn what_is_no_css_is_told_with_its_line() {
        let told = for_readers(".a { x: y }\n.b { x y }\n").unwrap_err();
        assert!(told.starts_with("2: this is no CSS: .b { x y }"), "{told}");
    }
}
