pub(crate) fn run(_: &mut lexopt::Parser) -> crate::Result<()> {
    Ok(())
}
