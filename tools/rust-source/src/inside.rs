//! What stands between the brackets of a macro.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Block, Expr, ExprRepeat, Macro, Stmt, Token};

/// What a macro is given.
pub enum Inside {
    /// Expressions, as `vec!`, `println!` and `assert_eq!` are.
    Expressions(Vec<Expr>),
    /// Statements and items, as `thread_local!` is.
    Statements(Vec<Stmt>),
    /// What makes sense only to that macro.
    Tokens(TokenStream),
}

/// What stands between the brackets of a macro, as far as it can be parsed without knowing the macro.
pub fn inside(mac: &Macro) -> Inside {
    let tokens = || mac.tokens.clone();
    // `vec![0; 3]` is an array without its brackets.
    let repeated = quoted(&mac.tokens);
    if let Ok(repeat) = syn::parse2::<ExprRepeat>(repeated) {
        return Inside::Expressions(vec![Expr::Repeat(repeat)]);
    }
    let arguments = |input: ParseStream<'_>| Punctuated::<Expr, Token![,]>::parse_terminated(input);
    if let Ok(expressions) = arguments.parse2(tokens()) {
        return Inside::Expressions(expressions.into_iter().collect());
    }
    if mac.path.is_ident("macro_rules") {
        return Inside::Tokens(tokens());
    }
    // The last `;` of `thread_local!` may be left out.
    let mut ended = tokens();
    ended.extend([TokenTree::from(proc_macro2::Punct::new(';', proc_macro2::Spacing::Alone))]);
    match Block::parse_within.parse2(tokens()).or_else(|_| Block::parse_within.parse2(ended)) {
        Ok(statements) => Inside::Statements(statements),
        Err(_) => Inside::Tokens(tokens()),
    }
}

/// The tokens in brackets.
fn quoted(tokens: &TokenStream) -> TokenStream {
    TokenTree::from(proc_macro2::Group::new(proc_macro2::Delimiter::Bracket, tokens.clone())).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> String {
        match inside(&syn::parse_str(text).unwrap()) {
            Inside::Expressions(all) => format!("{} expressions", all.len()),
            Inside::Statements(all) => format!("{} statements", all.len()),
            Inside::Tokens(_) => "tokens".to_string(),
        }
    }

    #[test]
    fn what_a_macro_is_given_is_parsed_where_it_can_be() {
        assert_eq!(kind("println!(\"{} {b}\", a.lock().unwrap(), b = 3)"), "3 expressions");
        assert_eq!(kind("vec![Mutex::new(0); 3]"), "1 expressions");
        assert_eq!(kind("vec![a, b,]"), "2 expressions");
        assert_eq!(kind("thread_local! { static A: u8 = 0; static B: u8 = const { 1 } }"), "2 statements");
        assert_eq!(kind("matches!(a, Some(x) if x > 0)"), "tokens");
        assert_eq!(kind("macro_rules! { ($a:expr) => { core::mem::drop($a) } }"), "tokens");
    }
}
