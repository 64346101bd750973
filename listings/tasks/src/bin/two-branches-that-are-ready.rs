//! A choice between two branches that are ready
//@ outcome: order
//@ outcome: closing

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // ANCHOR: select
    tokio::select! {
        () = async {} => println!("order"),
        () = async {} => println!("closing"),
    }
    // ANCHOR_END: select
}
