//! A label of 1000 bytes is used before the payment, or after it

async fn pay() -> u32 {
    30
}

fn print(label: &[u8]) {
    assert_eq!(label.len(), 1000);
}

// ANCHOR: labels
async fn printed_first() -> u32 {
    {
        let label = [b'-'; 1000];
        print(&label);
    }
    pay().await
}

async fn printed_last() -> u32 {
    let label = [b'-'; 1000];
    let paid = pay().await;
    print(&label);
    paid
}

fn main() {
    let first = size_of_val(&printed_first()) >= 1000;
    let last = size_of_val(&printed_last()) >= 1000;
    println!("room for a label: first {first}, last {last}");
}
// ANCHOR_END: labels
