//! Two readers, a writer, two readers

fn main() {
    let mut menu = vec!["soup"];

    let (ann, ben) = (&menu, &menu);
    println!("before: {} and {}", ann.len(), ben.len());

    let cook = &mut menu;
    cook.push("fish");

    let (ann, ben) = (&menu, &menu);
    println!("after: {} and {}", ann.len(), ben.len());
}
