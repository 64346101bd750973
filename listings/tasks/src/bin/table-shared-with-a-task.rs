//! A task looks into a table that it shares with `main`

use std::collections::HashMap;
use std::io::Result;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

type Table = HashMap<String, String>;

async fn ask(server: &mut TcpStream, harbour: &str) -> Result<String> {
    server.write_all(harbour.as_bytes()).await?;
    let mut answer = String::new();
    BufReader::new(server).read_line(&mut answer).await?;
    Ok(answer)
}

async fn serve(listener: TcpListener, table: Arc<Table>) -> Result<()> {
    let (mut skipper, _) = listener.accept().await?;
    let (reader, mut writer) = skipper.split();
    let mut lines = BufReader::new(reader).lines();
    while let Some(harbour) = lines.next_line().await? {
        let time = table.get(&harbour).map_or("unknown\n", String::as_str);
        writer.write_all(time.as_bytes()).await?;
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    // ANCHOR: main
    let table = Arc::new(Table::from([("Brest".to_owned(), "06:10\n".to_owned())]));
    let server = tokio::spawn(serve(listener, Arc::clone(&table)));
    // ANCHOR_END: main
    let mut ada = TcpStream::connect(address).await?;
    print!("Ada: {}", ask(&mut ada, "Brest\n").await?);
    drop(ada);
    server.await.unwrap()
}
