//! Two readers, a writer, two readers

fn main() {
    let mut menu = vec!["soup"];

    let (page, app) = (&menu, &menu);
    println!("before: {} and {}", page.len(), app.len());

    let editor = &mut menu;
    editor.push("fish");

    let (page, app) = (&menu, &menu);
    println!("after: {} and {}", page.len(), app.len());
}
