# A repository with history, its clone, a merge, a repack and a check of all of it.
git init -q -b main origin
cd origin
git config pack.threads 1
git config gc.auto 0
for i in $(seq 1 30); do
  mkdir -p "dir$((i % 5))"
  seq "$i" $((i * 40)) >"dir$((i % 5))/file$i"
done
git add .
git commit -qm first
seq 1 500 >dir1/file1
git mv dir2/file2 dir3/moved
git rm -q dir0/file5
git commit -qam second
git checkout -qb other
echo other >dir4/other
git add dir4/other
git commit -qm third
git checkout -q main
echo more >>dir3/moved
git commit -qam fourth
git merge -q -m merge other
cd ..
git clone -q file://"$PWD"/origin clone
cd clone
git config pack.threads 1
git fsck --full --strict
git log --oneline --stat
git status --porcelain
git checkout -q origin/other
git checkout -q main
git repack -qad
git fsck --full
git diff --stat HEAD~1
cd ..
# Times, inode numbers and the place on disk stand in these.
rm -f origin/.git/index clone/.git/index clone/.git/config clone/.git/logs -r
rm -f clone/.git/FETCH_HEAD clone/.git/packed-refs clone/.git/objects/info/commit-graph
