# A tree with all that a name can be: packed, unpacked, compared, copied, removed.
umask 022
mkdir -p tree/a/b/c/d tree/empty
for i in $(seq 1 40); do head -c $((i * i * 7)) /dev/zero | tr '\0' "$(printf "\\$((i % 8 + 60))")" >tree/a/file$i; done
seq 1 30000 >tree/a/b/long
printf x >"tree/Foo::Bar.3pm"
printf x >'tree/back\slash*?"<>|'
printf y >"$(printf 'tree/not utf8 \377\376')"
printf z >"$(printf 'tree/\303\244\303\266\303\274 \342\202\254')"
printf w >tree/CASE
printf v >tree/case
ln -s a/b/long tree/link
ln -s nowhere tree/dangling
ln tree/a/b/long tree/a/b/c/hard
chmod 600 tree/a/file1
chmod 755 tree/a/file2
mkfifo tree/fifo
touch -d 2020-02-02T02:02:02Z tree/a/file3
tar --sort=name --owner=0 --group=0 --mtime=2020-01-01 -cf one.tar tree
mkdir out
tar -xf one.tar -C out
tar -df one.tar -C out
rm tree/fifo out/tree/fifo
diff -r --no-dereference tree out/tree
cp -a tree copy
diff -r --no-dereference tree copy
stat -c '%n %Y' copy/a/file3
mv copy/a copy/moved
rm -r copy/moved/b
find copy | LC_ALL=C sort
rm -r copy
rm one.tar
