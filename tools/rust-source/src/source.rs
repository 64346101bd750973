//! A text, parsed.

use crate::place::Place;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::Parser;
use syn::visit::Visit;
use syn::{Attribute, Block, File, Ident, Item, Stmt};

/// A program, or a piece of one.
///
/// A text that cannot be parsed has no tree, and one whose brackets do not match has no tokens either: then nothing is
/// found in it. The compiler says what is wrong with it better than we could.
pub struct Source {
    stream: TokenStream,
    tree: Tree,
}

enum Tree {
    File(File),
    /// As in the body of a function.
    Statements(Vec<Stmt>),
    None,
}

/// A word, a sign, a bracket or a literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it begins.
    pub place: Place,
    /// As it is there: a name with the `r#` that it may have.
    pub text: String,
}

impl Source {
    /// Reads a text: a file, or otherwise some statements.
    pub fn read(text: &str) -> Source {
        let stream: TokenStream = without_shebang(text).parse().unwrap_or_default();
        let tree = match syn::parse2::<File>(stream.clone()) {
            Ok(mut file) => {
                remove_tests(&mut file.items);
                Tree::File(file)
            }
            Err(_) => match Block::parse_within.parse2(stream.clone()) {
                Ok(statements) => Tree::Statements(statements),
                Err(_) => Tree::None,
            },
        };
        Source { stream, tree }
    }

    /// Whether there is a tree to visit.
    pub fn is_parsed(&self) -> bool {
        !matches!(self.tree, Tree::None)
    }

    /// Shows the whole tree to a visitor.
    pub fn visit(&self, visitor: &mut impl for<'a> Visit<'a>) {
        match &self.tree {
            Tree::File(file) => visitor.visit_file(file),
            Tree::Statements(statements) => statements.iter().for_each(|statement| visitor.visit_stmt(statement)),
            Tree::None => {}
        }
    }

    /// The tokens, as a tree of their brackets.
    pub fn stream(&self) -> &TokenStream {
        &self.stream
    }

    /// The tokens in their order, brackets among them. Comments are none.
    pub fn tokens(&self) -> Vec<Token> {
        let mut tokens = Vec::new();
        flatten(&self.stream, &mut tokens);
        tokens
    }
}

fn flatten(stream: &TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream.clone() {
        let place = Place::of(&tree);
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                tokens.push(Token { place, text: open.to_string() });
                flatten(&group.stream(), tokens);
                tokens.push(Token { place: Place::of(&group.span_close()), text: close.to_string() });
            }
            other => tokens.push(Token { place, text: other.to_string() }),
        }
    }
}

/// Takes out the items that are compiled for a test alone, as `#[cfg(test)] mod tests` is: no program has them.
fn remove_tests(items: &mut Vec<Item>) {
    let is_for_tests = |attribute: &Attribute| {
        let is_cfg_test = attribute.path().is_ident("cfg")
            && attribute.parse_args::<Ident>().is_ok_and(|condition| condition == "test");
        is_cfg_test || attribute.path().is_ident("test")
    };
    items.retain(|item| !attributes(item).iter().any(is_for_tests));
    for item in items {
        if let Item::Mod(module) = item
            && let Some((_, items)) = &mut module.content
        {
            remove_tests(items);
        }
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The text without a first line for the shell, as `#!/usr/bin/env run`; its end stays, so that lines keep their numbers.
fn without_shebang(text: &str) -> &str {
    let begins = text.strip_prefix("#!").filter(|rest| !rest.trim_start().starts_with('['));
    begins.map_or(text, |rest| &rest[rest.find('\n').unwrap_or(rest.len())..])
}

/// A name without the `r#` that it may have.
pub fn name(ident: &proc_macro2::Ident) -> String {
    ident.unraw().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_knows_its_line_and_its_letter() {
        let tokens = Source::read("#!/usr/bin/env run\nlet größe = [1]; // let\n/* a\n b */ r#type\n").tokens();
        let found: Vec<_> =
            tokens.iter().map(|token| (token.place.line, token.place.column, token.text.as_str())).collect();
        let first =
            [(2, 1, "let"), (2, 5, "größe"), (2, 11, "="), (2, 13, "["), (2, 14, "1"), (2, 15, "]"), (2, 16, ";")];
        assert_eq!(found[..7], first);
        assert_eq!(found[7..], [(4, 7, "r#type")]);
    }

    #[test]
    fn a_file_and_statements_have_a_tree_and_what_is_neither_has_none() {
        assert!(Source::read("use std::thread;\nfn main() {}").is_parsed());
        assert!(Source::read("let a = 1; a + 1").is_parsed());
        assert!(!Source::read("let let = 1;").is_parsed());
        assert!(Source::read("fn main() {").tokens().is_empty());
    }
}
