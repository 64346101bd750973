//! Each reader has a channel, and each gets a copy

use std::sync::mpsc;

fn main() {
    let (press, ida) = mpsc::channel();
    let (second_press, bo) = mpsc::channel();

    let article = String::from("rain at last");
    second_press.send(article.clone()).unwrap();
    press.send(article).unwrap();

    println!("Ida reads of {}", ida.recv().unwrap());
    println!("Bo reads of {}", bo.recv().unwrap());
}
