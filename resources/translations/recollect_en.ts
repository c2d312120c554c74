<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%Ln part(s)</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>%Ln part</numerusform>
            <numerusform>%Ln parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compares with the parts of %Ln photo(s) looked into so far.</source>
        <extracomment>app/viewer/region_card.py</extracomment>
        <translation>
            <numerusform>Compares with the parts of %Ln photo looked into so far.</numerusform>
            <numerusform>Compares with the parts of %Ln photos looked into so far.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already here</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln already here</numerusform>
            <numerusform>%Ln already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln the library has in another size</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln the library has in another size</numerusform>
            <numerusform>%Ln the library has in another size</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln unreadable</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln unreadable</numerusform>
            <numerusform>%Ln unreadable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/card.py</extracomment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateWall</name>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>Move %Ln to the trash</numerusform>
            <numerusform>Move %Ln to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicate_wall.py</extracomment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln group</numerusform>
            <numerusform>%Ln groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln to the trash</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Move %Ln to the trash</numerusform>
            <numerusform>Move %Ln to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln minute(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Compared %Ln minute ago</numerusform>
            <numerusform>Compared %Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared %Ln hour(s) ago</source>
        <extracomment>app/panels/duplicates.py</extracomment>
        <translation>
            <numerusform>Compared %Ln hour ago</numerusform>
            <numerusform>Compared %Ln hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetRow</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/facet_list.py</extracomment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiltersDrawer</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/filters.py</extracomment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderCare</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s)</source>
        <extracomment>app/folder_care.py</extracomment>
        <translation>
            <numerusform>about %n hour</numerusform>
            <numerusform>about %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message numerus="yes">
        <source>%Ln photo(s) without a date are not shown here</source>
        <extracomment>app/grid/histogram.py</extracomment>
        <translation>
            <numerusform>%Ln photo without a date is not shown here</numerusform>
            <numerusform>%Ln photos without a date are not shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnWords</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/panels/vocabulary.py</extracomment>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoCare</name>
    <message numerus="yes">
        <source>%Ln photo(s) are favourites now.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln photo is a favourite now.</numerusform>
            <numerusform>%Ln photos are favourites now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are no longer favourites.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln photo is no longer a favourite.</numerusform>
            <numerusform>%Ln photos are no longer favourites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) hidden. Type is:hidden to see them.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln photo hidden. Type is:hidden to see it.</numerusform>
            <numerusform>%Ln photos hidden. Type is:hidden to see them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) shown again.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln photo shown again.</numerusform>
            <numerusform>%Ln photos shown again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The question was moved towards %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>The question was moved towards %Ln photo.</numerusform>
            <numerusform>The question was moved towards %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The question was moved away from %Ln photo(s).</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>The question was moved away from %Ln photo.</numerusform>
            <numerusform>The question was moved away from %Ln photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %Ln file(s) to the trash?</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>Move %Ln file to the trash?</numerusform>
            <numerusform>Move %Ln files to the trash?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) go to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln file goes to the trash.</numerusform>
            <numerusform>%Ln files go to the trash.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be moved to the trash.</source>
        <extracomment>app/photo_care.py</extracomment>
        <translation>
            <numerusform>%Ln file could not be moved to the trash.</numerusform>
            <numerusform>%Ln files could not be moved to the trash.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <extracomment>app/viewer/region_bar.py</extracomment>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message numerus="yes">
        <source>%Ln part(s). Tab goes from one to the next.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln part. Tab goes from one to the next.</numerusform>
            <numerusform>%Ln parts. Tab goes from one to the next.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s). Click one, or draw a box.</source>
        <extracomment>app/viewer/regions.py</extracomment>
        <translation>
            <numerusform>%Ln part. Click one, or draw a box.</numerusform>
            <numerusform>%Ln parts. Click one, or draw a box.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsBar</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/results_bar.py</extracomment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemesStrip</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <extracomment>app/panels/themes.py</extracomment>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message numerus="yes">
        <source>The paths of %Ln photo(s) were copied.</source>
        <extracomment>app/tidying.py</extracomment>
        <translation>
            <numerusform>The path of %Ln photo was copied.</numerusform>
            <numerusform>The paths of %Ln photos were copied.</numerusform>
        </translation>
    </message>
</context>
</TS>
