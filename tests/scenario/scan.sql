-- Reads every row through a mapping of the database, and thinks long enough about each page for the
-- kernel to read ahead of it.
pragma mmap_size = 268435456;
select count(*) from t where hex(hex(hex(hex(hex(hex(x)))))) like '%no such bytes%';
